"""matplotlib: limits, ticks, texts, and what its calls return (recorded with matplotlib 3.11.2).

Many calls stand in one program: to import matplotlib takes longer than most of them.
"""

from templates import Case, programs

HEAD = "import matplotlib.pyplot as plt\nimport numpy as np\nplt.close('all')\n"

LIMITS = """
plot([1, 2, 3])
plot([0, 1], [10, 20])
plot([5])
plot([])
plot([1e-7, 2e-7])
plot([0, 123456])
plot([-5, 5], [1000001, 1000009])
plot([float('nan'), 1, 2])
plot(range(100))
plot([3, 3, 3])
plot(np.linspace(-1, 1, 7), np.arange(7) ** 2)
plot([0.1, 0.25, 0.7])
plot([99.5, 100.5])
bar([1, 2, 3], [4, 5, 6])
bar(['a', 'b', 'c'], [3, 1, 2])
bar([0, 1], [-2, 3])
bar([0, 1], [5, 7], width=1.0)
bar([0, 1], [5, 7], bottom=[1, 2])
bar([0, 1], [5, 7], align='edge')
bar([], [])
bar('only', 4)
barh(['a', 'b'], [10, 20])
barh([1, 2], [3, 4], left=1)
scatter([1, 2, 3], [4, 5, 6])
scatter([0], [0])
hist([1, 2, 2, 3, 9])
hist([1, 2, 2, 3, 9], bins=3)
hist([0, 10], bins=[0, 5, 10])
fill_between([1, 2, 3], [1, 4, 9])
fill_between([0, 1], [1, 2], [3, 4])
axhline(3)
axvline(0.5)
axhspan(1, 2)
axvspan(1, 2)
step([1, 2, 3], [3, 1, 2])
errorbar([1, 2], [3, 4], yerr=0.5)
hlines([1, 2], 0, 5)
vlines(3, 0, 1)
semilogy([1, 10, 100000])
semilogx([1, 10], [3, 4])
stackplot([1, 2], [1, 2], [3, 4])
""".strip().split("\n")

PRINTED = """
plt.plot([1, 2])[0]
plt.plot([1, 2], label='a')[0]
plt.bar([1, 2], [3, 4])
plt.bar(['a', 'b'], [3, 4])[1]
plt.hist([1, 2, 2, 3, 9])
plt.hist([1, 2, 2, 3], bins=4, density=True)[0]
plt.hist([1, 2, 2, 3], bins=3, range=(0, 6))[:2]
plt.hist([[1, 2], [2, 3]], bins=2)
plt.hist([1, 2, 3], bins=2, weights=[1, 2, 3])[0]
plt.hist([1, 2, 2], cumulative=True, bins=2)[0]
plt.hist([1, 2, 3], bins='auto')[:2]
plt.title('t')
plt.xlabel('x')
plt.ylabel('y')
plt.text(1, 2, 'hi')
plt.suptitle('s')
plt.legend()
plt.grid()
plt.grid(True)
plt.xlim(0, 5)
plt.xlim(left=1)
plt.ylim((2, 4))
plt.ylim(5, 1)
plt.xticks([0, 1, 2])[1]
plt.xticks([0, 1], ['a', 'b'])[1]
plt.xticks([0, 1], ['a', 'b'], rotation=45)[1][0].get_rotation()
(plt.yticks([5])[1], plt.yticks(), plt.ylim())
plt.axis()
plt.axis([0, 1, 2, 3])
plt.axis('off')
plt.axis('equal')
plt.axhline(1)
plt.figure()
repr(plt.figure())
repr(plt.figure(figsize=(3, 2)))
plt.figure(7).number
plt.gca()
repr(plt.gca())
plt.subplot(2, 1, 1)
plt.subplot(224)
plt.subplots()
plt.subplots(2, 2)
plt.subplots(1, 2)[1]
plt.subplots(3)[1].shape
plt.subplots(2, 2, squeeze=False)[1].shape
plt.close()
plt.clf()
plt.cla()
plt.tight_layout()
plt.draw()
plt.isinteractive()
plt.get_fignums()
plt.pie([1, 2], autopct='%1.1f%%')[2]
plt.pie([1, 2], labels=['a', 'b'])[1]
plt.rcParams['figure.figsize']
plt.rcParams['font.size']
plt.gcf().get_size_inches()
plt.gcf().axes
plt.gca().lines
plt.gca().patches
plt.gca().get_title()
plt.gca().get_legend_handles_labels()
plt.subplot(111).get_position().bounds
plt.colormaps['tab10'](3)
plt.cm.tab10(0)
""".strip().split("\n")

FAILING = """
plot([1, 2], [1, 2, 3])
plot([1, 2], 'zz')
plot([1, 2], 'r-b')
bar([1, 2], [1, 2, 3])
plot([1], foo=3)
plot([1], color='blurple')
scatter([1, 2], [1])
subplot(2, 2, 9)
hist([1], bins=0)
foo
style.use('nope')
plot([1], linestyle='zig')
savefig('x.foo')
bar([1], [2], align='left')
pie([-1, 2])
xticks(labels=['a'])
xticks([1, 2], ['a'])
subplots(0)
axis('nowhere')
bar([1, 2], [1, 2], label=['a'])
gca().foo
""".strip().split("\n")


def each(calls, form):
    return Case(HEAD + "".join(form.format(call=call) for call in calls))


CASES = [
    each(LIMITS, "plt.close(); plt.{call}; print(np.round(plt.axis(), 9), plt.xticks()[0], plt.yticks()[0])\n"),
    each(PRINTED, "plt.close('all'); print({call})\n"),
    each(FAILING, "try:\n    plt.{call}\nexcept Exception as error:\n    print(type(error).__name__, error)\n"),
    *programs("""
        import matplotlib.pyplot as plt
        import numpy as np
        plt.close('all')
        fig, ax = plt.subplots()
        line, = ax.plot([3, 1, 2], 'r--', label='q')
        print(line.get_data(), line.get_xdata(), line.get_color(), line.get_linestyle(), line.get_label(), line.get_marker(), line.get_linewidth())
        line.set_ydata([30, 10, 20])
        print(ax.get_ylim())
        ax.relim()
        ax.autoscale_view()
        print(ax.get_ylim())
        line.set_data([0, 10], [5, 6])
        ax.relim(); ax.autoscale()
        print(ax.get_xlim(), ax.get_ylim())
        line.remove()
        print(ax.lines, len(ax.get_children()) >= 0)
        ---
        import matplotlib.pyplot as plt
        import numpy as np
        plt.close('all')
        fig, (a, b) = plt.subplots(2, sharex=True)
        a.plot([0, 10], [1, 2])
        b.plot([5, 30], [3, 4])
        print(a.get_xlim(), b.get_xlim(), a.get_ylim())
        a.set_title('top'); b.set_xlabel('x'); b.set_ylabel('y')
        print(a, repr(a), repr(b), fig)
        print(a.set(xlim=(1, 2), title='q'))
        ---
        import matplotlib.pyplot as plt
        import numpy as np
        plt.close('all')
        bars = plt.bar(['x', 'y'], [3, 4], label='n')
        for bar in bars:
            print(bar.get_x(), bar.get_y(), bar.get_width(), bar.get_height(), bar)
            bar.set_height(9)
        print(bars[0].get_height(), bars.get_label(), bars.patches[0].get_facecolor())
        print([t.get_text() for t in plt.legend().get_texts()])
        ax = plt.gca()
        print(ax.get_xticks(), [t.get_text() for t in ax.get_xticklabels()])
        plt.bar(['z', 'x'], [1, 2])
        print(ax.get_xticks(), ax.get_xlim())
        ---
        import matplotlib.pyplot as plt
        import numpy as np
        plt.close('all')
        plt.plot([1, 2]); plt.plot([2, 3]); plt.plot([3, 4], 'k:')
        print([l.get_color() for l in plt.gca().lines], [l.get_linestyle() for l in plt.gca().lines])
        plt.plot(np.array([[1, 2], [3, 4], [5, 6]]))
        print(len(plt.gca().lines), plt.gca().lines[-1].get_ydata())
        plt.plot([1, 2], [3, 4], 'go-', [1, 2], [5, 6], 'bs')
        print([(l.get_marker(), l.get_color()) for l in plt.gca().lines[-2:]])
        plt.plot('a', 'b', data={'a': [1, 2], 'b': [3, 4]})
        ---
        import matplotlib.pyplot as plt
        import numpy as np
        plt.close('all')
        import datetime
        t = [datetime.datetime(2024, 1, 1, 10, m) for m in range(0, 60, 5)]
        plt.plot(t, range(12))
        print(plt.xlim())
        print([t.get_text() for t in plt.gca().get_xticklabels()])
        plt.figure()
        plt.plot([datetime.date(2024, 1, d) for d in (1, 5, 20)], [1, 2, 3])
        print([t.get_text() for t in plt.gca().get_xticklabels()])
        plt.figure()
        plt.plot([datetime.datetime(2024, 1, 1, 0, 0, s) for s in range(8)], range(8))
        print(plt.xlim(), [t.get_text() for t in plt.gca().get_xticklabels()])
        ---
        import matplotlib.pyplot as plt
        import numpy as np
        plt.close('all')
        from matplotlib.ticker import MaxNLocator, MultipleLocator, FuncFormatter, PercentFormatter
        ax = plt.gca()
        ax.plot([0, 3.7])
        ax.xaxis.set_major_locator(MaxNLocator(integer=True))
        ax.yaxis.set_major_locator(MultipleLocator(0.5))
        print(ax.get_xticks(), ax.get_yticks())
        ax.yaxis.set_major_formatter(FuncFormatter(lambda v, pos: f'<{v:.1f}>'))
        print([t.get_text() for t in ax.get_yticklabels()])
        ax.xaxis.set_major_formatter('{x:.2f} s')
        print([t.get_text() for t in ax.get_xticklabels()])
        ---
        import matplotlib.pyplot as plt
        import numpy as np
        plt.close('all')
        import matplotlib
        matplotlib.use('Agg')
        from matplotlib import pyplot, style, cm, colors
        print(colors.to_hex('tab:orange'), colors.to_rgba('r', 0.5), colors.to_rgba('#12345678'), colors.to_rgba('0.5'), colors.to_rgb('C1'))
        print(colors.is_color_like('nope'), colors.to_hex((1, 0.5, 0)), colors.to_rgba(('b', 0.2)))
        style.use('ggplot')
        print(matplotlib.rcParams['axes.facecolor'])
        matplotlib.rcParams['lines.linewidth'] = 3
        print(plt.plot([1, 2])[0].get_linewidth())
        matplotlib.rcdefaults()
        plt.rc('font', size=14)
        print(plt.rcParams['font.size'])
        with plt.rc_context({'font.size': 5}):
            print(plt.rcParams['font.size'])
        print(plt.rcParams['font.size'])
        plt.rcParams.update({'font.size': 10})
        try:
            plt.rcParams['foo'] = 3
        except KeyError as error:
            print(error)
        ---
        import matplotlib.pyplot as plt
        import numpy as np
        plt.close('all')
        for values in ([0, 1e-5], [1e6, 2e6], [123456.5, 123457.5], [0, 0.001], [-3, 3], [1e10, 1.0001e10], [5, 5.0001], [0, 250], [17, 911]):
            plt.figure()
            plt.plot(values)
            ax = plt.gca()
            labels = [t.get_text() for t in ax.get_yticklabels()]
            print(values, ax.get_ylim(), labels, ax.yaxis.get_major_formatter().get_offset())
        ---
        import matplotlib.pyplot as plt
        plt.close('all')
        d=plt.boxplot([[1,2,3,4,10],[2,3,4]],showmeans=True)
        print(sorted(d))
        print([list(m.get_ydata()) for m in d['medians']],[list(m.get_xdata()) for m in d['medians']])
        print([list(w.get_ydata()) for w in d['whiskers']])
        print([list(w.get_xdata()) for w in d['caps']])
        print([list(f.get_ydata()) for f in d['fliers']],[list(f.get_xdata()) for f in d['fliers']], [list(f.get_ydata()) for f in d['boxes']], [list(f.get_xdata()) for f in d['boxes']])
        print(plt.xlim(), plt.ylim(), [t.get_text() for t in plt.gca().get_xticklabels()], [list(m.get_ydata()) for m in d['means']])
        ---
        import matplotlib.pyplot as plt, numpy as np
        plt.close('all')
        fig,ax=plt.subplots()
        d=ax.boxplot(np.array([[1,2],[3,4],[5,7.]]),tick_labels=['a','b'],patch_artist=True,widths=.5,notch=False,showfliers=False,orientation='horizontal',medianprops=dict(color='red'),boxprops=dict(facecolor='lightblue'))
        print([list(m.get_xdata()) for m in d['medians']], ax.get_xlim(), ax.get_ylim(), [type(b).__name__ for b in d['boxes']], [t.get_text() for t in ax.get_yticklabels()], d['medians'][0].get_color(), d['fliers'])
        for b,c in zip(d['boxes'],['r','g']):
            b.set_facecolor(c)
        d=ax.boxplot([1,2,3])
        print(len(d['boxes']), ax.get_xlim())
        ---
        import matplotlib.pyplot as plt, numpy as np
        plt.close('all')
        im=plt.imshow(np.arange(6).reshape(2,3))
        print(type(im).__name__, im.get_clim(), plt.xlim(), plt.ylim(), im.get_extent(), im.get_cmap().name, im.get_array().shape, plt.gca().get_aspect())
        cb=plt.colorbar(im,label='v')
        cb.set_label('z')
        print(len(plt.gcf().axes), type(cb).__name__, plt.gca() is im.axes, cb.ax.get_ylim())
        cb.set_ticks([0,5])
        cb.ax.set_title('q')
        cb.ax.tick_params(labelsize=8)
        im.set_data(np.ones((2,3)))
        im.set_clim(0,1)
        print(im.get_clim())
        im.set_cmap('gray')
        print(plt.gci() is im)
        plt.clim(0,3)
        ---
        import matplotlib.pyplot as plt, numpy as np
        plt.close('all')
        fig,(a,b)=plt.subplots(1,2)
        i=a.imshow(np.zeros((2,2,3)),origin='lower',extent=[0,3,0,2],interpolation='nearest')
        print(a.get_xlim(),a.get_ylim())
        m=b.pcolormesh([0,1,2],[0,1],[[1,2]],cmap='plasma')
        fig.colorbar(m,ax=b,orientation='horizontal',shrink=.8)
        print(b.get_xlim(),b.get_ylim(),m.get_clim())
        b.matshow(np.eye(3))
        print(b.get_ylim())
        p,=a.fill([0,1,1],[0,0,1],'r',alpha=.3)
        print(type(p).__name__, a.get_xlim(), len(a.images))
        sc=a.scatter([1,2],[1,2],c=[1,5])
        cb=fig.colorbar(sc)
        print(sc.get_clim())
        ---
        import matplotlib
        matplotlib.use('Agg')
        import matplotlib.pyplot as plt
        plt.close('all')
        plt.plot([1])
        plt.show()
        print(plt.get_fignums())
        plt.axhspan(0,1)
        print(len(plt.gca().lines))
        plt.hist2d([1,2],[1,2],bins=2)
    """),
]
