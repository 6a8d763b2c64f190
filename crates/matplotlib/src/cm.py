"""The colour maps by name. Those that run on are given by thirteen colours, with what is between them."""

from matplotlib.colors import ListedColormap, LinearSegmentedColormap

_RUNNING = """
viridis 440154481f704439833b528b31688e287c8e21918c20a48635b7795ec96290d743c8e020fde725
plasma 0d08873a049a5c01a67e03a89c179eb52f8ccc4778de5f65ed7953f89540fdb42ffbd524f0f921
inferno 000004110a30320a5e57106e781c6d9a2865bc3754d84c3eed6925f98e09fbb61af4df53fcffa4
magma 000004100b2d2c115f51127c721f81932b80b73779d8456cf1605dfc8961feb078fed799fcfdbf
cividis 00224e0031702a3f6d434e6c575d6d6a6c717d7c78918b78a59c74bcae6cd2c060e9d34efee838
Greys fffffff5f5f5e9e9e9d9d9d9c6c6c6b0b0b09595957e7e7e686868515151333333181818000000
Blues f7fbffe7f0fad6e6f4c6dbefabd0e68dc1dd6aaed64f9bcb3787c02070b4105ba408468b08306b
Greens f7fcf5ebf7e7dbf1d6c7e9c0aedea792d28f73c47652b36537a055228a440b7734005f2600441b
Reds fff5f0fee7dcfdd4c2fcbba1fca082fc8565fb694af34a36e32f27ca181db11218900a1267000d
Oranges fff5ebfeebd8fedfc0fdd0a2fdb97dfda35cfd8c3bf57520e95e0dd84801b63c029931037f2704
Purples fcfbfdf3f2f8e8e7f2dadaebc6c7e1b2b2d59e9ac88a86bf796eb26950a35b34954d1a893f007d
YlOrRd ffffccfff3afffe793fed976febf5afea647fd8c3cfc6330f43d25e2191cc90823a80026800026
YlGnBu ffffd9f3fabfe1f3b2c6e9b497d6b96bc6be40b5c4299dc11f80b8225da824419a1b2c80081d58
RdYlGn a50026ce2827ea5739f98e52fdbf6ffee593feffbedff293b7e07584ca664bb05c15904c006837
RdBu 67001fa51429c94741e58368f7b799fcdfcff6f7f7d7e8f1a7d0e468abd03783bb1c5c9f053061
Spectral 9e0142cb334de95c47f98e52fdbf6ffee593ffffbeeaf79ebfe5a086cfa554aead3a7eb85e4fa2
coolwarm 3b4cc05470de6f92f38db0feaac7fdc5d6f2dddcdcefcebdf7b89cf4987ae7745bd1493fb40426
bwr 0000ff2a2aff5454ff8080ffaaaaffd4d4fffffefeffd4d4ffaaaaff7e7eff5454ff2a2aff0000
jet 0000800000df0028ff0080ff00d4ff36ffc17dff7ac1ff36ffe600ff9400ff4700df0000800000
hot 0b0000420000790000b30000ea0000ff2200ff5c00ff9300ffca00ffff07ffff5affffacffffff
cool 00ffff15eaff2ad5ff40bfff55aaff6a95ff807fff956affaa55ffc03fffd52affea15ffff00ff
rainbow 8000ff5641fd2c7ef700b5eb2adddd54f6cb80ffb4abf69bd4dd80ffb360ff7e41ff4121ff0000
hsv ff0000ff7c00fcf50084ff0008ff0000ff7400fff6008cff0010ff7200ffee00ffff0094ff0018
gray 0000001515152a2a2a4040405555556a6a6a808080959595aaaaaac0c0c0d5d5d5eaeaeaffffff
spring ff00ffff15eaff2ad5ff40bfff55aaff6a95ff807fff956affaa55ffc03fffd52affea15ffff00
summer 008066158a662a946640a06655aa666ab46680c06695ca66aad466c0e066d5ea66eaf466ffff66
autumn ff0000ff1500ff2a00ff4000ff5500ff6a00ff8000ff9500ffaa00ffc000ffd500ffea00ffff00
winter 0000ff0015f4002aea0040df0055d4006aca0080bf0095b400aaaa00c09f00d59400ea8a00ff80
terrain 333399176bd100a0e801cc6655dd77a9ee88fefe98d4c882aa926b815e56ab938ed5c9c7ffffff
"""

_LISTED = """
tab10 1f77b4ff7f0e2ca02cd627289467bd8c564be377c27f7f7fbcbd2217becf
tab20 1f77b4aec7e8ff7f0effbb782ca02c98df8ad62728ff98969467bdc5b0d58c564bc49c94e377c2f7b6d27f7f7fc7c7c7bcbd22dbdb8d17becf9edae5
Set1 e41a1c377eb84daf4a984ea3ff7f00ffff33a65628f781bf999999
Set2 66c2a5fc8d628da0cbe78ac3a6d854ffd92fe5c494b3b3b3
Set3 8dd3c7ffffb3bebadafb807280b1d3fdb462b3de69fccde5d9d9d9bc80bdccebc5ffed6f
Paired a6cee31f78b4b2df8a33a02cfb9a99e31a1cfdbf6fff7f00cab2d66a3d9affff99b15928
Pastel1 fbb4aeb3cde3ccebc5decbe4fed9a6ffffcce5d8bdfddaecf2f2f2
Accent 7fc97fbeaed4fdc086ffff99386cb0f0027fbf5b17666666
Dark2 1b9e77d95f027570b3e7298a66a61ee6ab02a6761d666666
"""


def _colors(digits):
    return ["#" + digits[i : i + 6] for i in range(0, len(digits), 6)]


def _make():
    maps = {}
    for line in _RUNNING.split("\n")[1:-1]:
        name, digits = line.split()
        maps[name] = LinearSegmentedColormap.from_list(name, _colors(digits))
    for line in _LISTED.split("\n")[1:-1]:
        name, digits = line.split()
        maps[name] = ListedColormap(_colors(digits), name)
    return {**maps, **{name + "_r": each.reversed() for name, each in maps.items()}}


class ColormapRegistry:
    """The maps, as `matplotlib.colormaps` has them."""

    def __init__(self, maps):
        self._maps = maps

    def __getitem__(self, name):
        if name not in self._maps:
            raise KeyError(f"{name!r} is not a known colormap name")
        return self._maps[name]

    def __iter__(self):
        return iter(self._maps)

    def __len__(self):
        return len(self._maps)

    def __contains__(self, name):
        return name in self._maps

    def get_cmap(self, cmap):
        """A map by its name, the usual one for None."""
        if cmap is None:
            from matplotlib import rcParams

            cmap = rcParams["image.cmap"]
        if not isinstance(cmap, str):
            return cmap
        if cmap not in self._maps:
            known = ", ".join(repr(name) for name in sorted(self._maps) if not name.endswith("_r"))
            raise ValueError(f"{cmap!r} is not a valid value for cmap. In Brooklet there are {known}")
        return self[cmap]


colormaps = ColormapRegistry(_make())
get_cmap = colormaps.get_cmap
globals().update(colormaps._maps)
