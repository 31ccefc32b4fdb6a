"""Tables of people for the tests of ``buygraph new --from``."""

from buygraph.cli.people_table import read

ENGLISH = """Full Name,Job Title,Contact Role,Reports To,Stance,Level
Anna Berg,Managing director,Economic Buyer,,undecided,executive
Tom Reyes,Chief engineer,Technical buyer,Anna Berg,0.4,director
"Novak, Julia",Purchasing manager,Procurement,Anna Berg,against,2
Sam Okafor,Shift leader,End user / Champion,Tom Reyes,sponsor,staff
"""
CHINESE = """姓名,职务,角色,汇报给,立场,级别
陈立,总经理,决策者,,中立,高管
刘敏,总工程师,技术把关人,陈立,0.4,总监
王洁,采购经理,采购,陈立,反对,2
赵强,班长,使用者、客户指导员,刘敏,坚定支持,员工
"""


def table(tmp_path, text, language="en", encoding="utf-8"):
    """Deal as a dict (None where there is none) and notes, of a table."""
    path = tmp_path / "people.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
    deal, notes = read(path, language)
    return deal, "\n".join(notes)
