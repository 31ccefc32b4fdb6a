"""Reports: one HTML file an account, complete without network and, up to some 35 people in both languages, without script, and a page over several."""

from ._account import account_html
from ._pdf import to_pdf
from ._portfolio import portfolio_html, write_reports

__all__ = ["account_html", "portfolio_html", "to_pdf", "write_reports"]
