"""Reports: one HTML file an account, complete without network and without script, and a page over several.

What would make the file of a large account longer than 2 MB is packed in it, until its script runs.
"""

from ._account import account_html
from ._pdf import to_pdf
from ._portfolio import portfolio_html, write_reports

__all__ = ["account_html", "portfolio_html", "to_pdf", "write_reports"]
