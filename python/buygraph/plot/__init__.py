"""Charts and maps by matplotlib: ``deal.plot``, ``forecast.plot``, ``portfolio.plot``, and ``calibration``.

They have the encodings, colours and words of the report; the account map is the report's own drawing. Nothing here
computes a number of the model. matplotlib is imported with the first picture: ``pip install 'buygraph[plot]'``.

Every function takes ``ax``, to draw on an Axes of one's own, and ``language``, 'en' or 'zh', and returns the Axes. On a
dark ground (``pyplot.style.use("dark_background")``, a dark Axes) charts take the page's colours for dark ground.
"""

from ._accessors import DealPlots, ForecastPlots, PortfolioPlots, calibration

__all__ = ["DealPlots", "ForecastPlots", "PortfolioPlots", "calibration"]
