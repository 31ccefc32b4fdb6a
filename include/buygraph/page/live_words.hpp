#pragma once

#include <array>
#include <string_view>

#include "../deal/language.hpp"

namespace buygraph::page {

/// What the controls of a live page say, by name. {…} stands for what the page fills in.
struct LiveWord {
    std::string_view name, en, zh;
};

inline constexpr std::array live_words{
    LiveWord{"what_if", "What if", "假设"},
    LiveWord{"hint", "drag a stance, cut a line, change a score or the price; the result follows at once", "拖动人物的站位、剪断一条线、改评分或价格，结果立刻更新"},
    LiveWord{"undo", "Undo", "撤销"},
    LiveWord{"redo", "Redo", "重做"},
    LiveWord{"export", "Export changes", "导出改动"},
    LiveWord{"changes", "Changes", "改动"},
    LiveWord{"move", "move", "变动"},
    LiveWord{"edit", "edit", "修订"},
    LiveWord{"move_means", "A move: made now, after the evidence. Make it an edit, read again with the evidence", "变动：在证据之后发生。改为修订，与证据一起重新解读"},
    LiveWord{"edit_means", "An edit: read again with the evidence. Make it a move, made now, after the evidence", "修订：与证据一起重新解读。改为变动，在证据之后发生"},
    LiveWord{"take_back", "Take back: {change}", "取消：{change}"},
    LiveWord{"undone", "Undone: {change}", "已撤销：{change}"},
    LiveWord{"redone", "Redone: {change}", "已重做：{change}"},
    LiveWord{"read_only", "Read only: {reason}", "只读：{reason}"},
    LiveWord{"refused", "Not made: {reason}", "未生效：{reason}"},
    LiveWord{"as_filed", "As in the file, without the changes", "以文件为准，未计入改动"},
    LiveWord{"computing", "Being worked out", "计算中"},
    LiveWord{"packed", "Packed, because the account is large: the page's script shows it", "客户较大，此处内容已压缩：由页面脚本展开"},
    LiveWord{"search", "Find a person", "查找人物"},
    LiveWord{"nobody", "Nobody of that name", "没有叫这个名字的人"},
    LiveWord{"closer", "Closer", "放大"},
    LiveWord{"farther", "Farther", "缩小"},
    LiveWord{"whole", "Whole map", "全图"},
    LiveWord{"full_screen", "Open the map", "打开关系图"},
    LiveWord{"leave_map", "Close the map", "关闭关系图"},
    LiveWord{"save", "Save picture", "保存图片"},
    LiveWord{"as_svg", "SVG", "SVG"},
    LiveWord{"as_png", "PNG", "PNG"},
    LiveWord{"close", "Close", "关闭"},
    LiveWord{"card_opened", "Card of {name} opened", "已打开{name}的卡片"},
    LiveWord{"stance_of", "Stance of {name}: arrows move it, Enter keeps it, Esc leaves it", "{name}的站位：方向键调整，回车确定，Esc 放弃"},
    LiveWord{"tie_from", "{name} influences whom? Arrows choose, Enter takes, Esc leaves it", "{name}影响谁？方向键选择，回车确定，Esc 放弃"},
    LiveWord{"tie_cut_which", "Cut which tie of {name}?", "剪断{name}的哪条关系？"},
    LiveWord{"no_ties", "{name} has no tie to cut", "{name}没有可剪断的关系"},
    LiveWord{"reports_to", "{name} reports to {boss}", "{name}向{boss}汇报"},
    LiveWord{"tie_kind", "{from} and {to}", "{from}与{to}"},
    LiveWord{"advises", "advises", "出主意"},
    LiveWord{"works_with", "work together", "共事"},
    LiveWord{"friend", "are friends", "私交"},
    LiveWord{"opposes", "oppose each other", "互相对立"},
    LiveWord{"take_out", "Take out", "移除此人"},
    LiveWord{"layout_shown", "Layout: {name}", "布局：{name}"},
    LiveWord{"keys", "Arrows move along reporting lines, Enter opens a card, S moves a stance, T adds a tie, X cuts a tie or a reporting line, Delete takes out, / finds, plus, minus and 0 zoom", "方向键沿汇报线移动，回车打开卡片，S 调站位，T 加关系，X 剪关系或汇报线，Delete 移除，/ 查找，加减号与 0 缩放"},
    LiveWord{"loading", "Loading", "加载中"},
    LiveWord{"faults", "This deal cannot be used:", "此商机文件无法使用："},
};

}  // namespace buygraph::page
