"""pyplot and numpy in one: what programs that begin with `from pylab import *` use."""

from numpy import *  # noqa: F403
from numpy import random
from matplotlib.pyplot import *  # noqa: F403
from matplotlib import pyplot as plt
import numpy
import numpy as np
import matplotlib as mpl

from builtins import abs, all, any, max, min, pow, round, sum
