#pragma once

#include "../separate.hpp"
#include "catalog.hpp"

namespace buygraph {

/// The roles and concerns that buygraph knows, with their labels, importances and value functions: the one place to edit them. What to say
/// about each concern stands in builtin_advice.hpp.
///
/// Every role besides weighs what `common_importance` says. Importances 0 to 10; scores 0 to 10. The personal emphasis that goes
/// with the personal concerns follows CEB and Google 2013, "From Promotion to Emotion".
[[nodiscard]] BUYGRAPH_HEAVY const Catalog& builtin_catalog();

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_CATALOG)

#include <initializer_list>
#include <utility>

#include "builtin_advice.hpp"

namespace buygraph {

/// What every role weighs, built-in or the user's: personal trust at 5 where the role does not say, the rest at least 2.
struct CommonImportance {
    const char* concern;
    double importance;
    bool at_least;  ///< raise a lower importance of the role to this one
};
inline constexpr CommonImportance common_importance[] = {
    {"personal_trust", 5, false}, {"cost", 2, true}, {"risk", 2, true}, {"function", 2, true}, {"reliability", 2, true}};

namespace detail {

struct BuiltinRole {
    const char* id;
    Spoken label, description;
    double susceptibility;
    bool veto;
    std::initializer_list<std::pair<const char*, double>> importance;
};

struct BuiltinConcern {
    const char* id;
    ConcernKind kind;
    Spoken label, description;
    Spoken unit = {};                              ///< of the measure
    std::initializer_list<ValuePoint> points = {};  ///< measure → score; empty: takes no measure
};

inline constexpr BuiltinRole builtin_roles[] = {
    {"decision_maker", {"Decision maker", "决策者"},
        {"Pulls the trigger; thinks of return, payback, brand, recognition, risk and lead over peers.", "最后拍板；想的是回报、回收期、品牌、认可、风险和领先同行。"}, 0.50, false,
        {{"return_on_investment", 9}, {"payback_time", 7}, {"risk", 8}, {"industry_lead", 6}, {"brand_uplift", 5}, {"organisational_recognition", 7}}},
    {"purchaser", {"Purchaser", "采购"},
        {"Wants a supplier who cooperates, colleagues who do not object, fairness, and room to bring the price down later.", "要供应商配合、同事没意见、过程公平，也要留出以后降价的空间。"}, 0.50, false,
        {{"supplier_cooperation", 8}, {"internal_harmony", 8}, {"fairness", 7}, {"supplier_attitude", 6}, {"three_way_balance", 6}, {"cost", 5}, {"future_price_room", 7}}},
    {"user", {"User", "使用者"},
        {"Works with it every day; wants convenience, efficiency, pass rate and easier work, and sees problems first.", "天天用它；要方便、效率、合格率、省力，最先看到业务问题。"}, 0.50, false,
        {{"convenience", 8}, {"efficiency", 7}, {"pass_rate", 7}, {"ease_of_work", 7}}},
    {"technical", {"Technical", "技术"},
        {"Sets the specification, recommends vendors and holds a veto; wants stability, standards, function and reliability.", "定规格、荐厂商、有否决权；要稳定、标准、功能、可靠。"}, 0.25, true,
        {{"reliability", 9}, {"stability", 8}, {"function", 8}, {"standards", 7}, {"expert_dialogue", 6}}},
    {"finance", {"Finance", "财务"},
        {"Looks at payment term, credit, cash, cost and budget.", "看账期、信用额度、现金、成本和预算。"}, 0.40, false,
        {{"payment_term", 8}, {"cash_flow", 8}, {"credit_amount", 7}, {"cost", 7}, {"budget_fit", 7}, {"cash_cycle", 6}}},
    {"coach", {"Coach", "客户指导员"},
        {"Our camera inside; wants to report well, to present well and to be seen by his leaders.", "我们在客户内部的眼睛；想汇报得好、讲得好、被领导看见。"}, 0.60, false,
        {{"visibility", 8}, {"reporting_skill", 7}, {"presentation_skill", 6}, {"internal_harmony", 4}, {"efficiency", 4}}},
};

inline constexpr BuiltinConcern builtin_concerns[] = {
    {"return_on_investment", ConcernKind::organisational, {"Return on investment", "投资回报"}, {"What the money brings back over the horizon.", "这笔钱在考察期内赚回多少。"},
        {"% over the horizon", "%（考察期内）"}, {{0, 2}, {50, 5}, {100, 7}, {200, 9}, {300, 10}}},
    {"payback_time", ConcernKind::organisational, {"Payback time", "回收期"}, {"How soon the price has come back.", "多久收回成本。"},
        {"months", "月"}, {{6, 10}, {12, 8}, {24, 5}, {36, 2}, {60, 0}}},
    {"risk", ConcernKind::organisational, {"Risk", "风险"}, {"How little can go wrong; a high score is a low risk.", "出事的可能有多小；分高就是风险低。"}},
    {"industry_lead", ConcernKind::organisational, {"Lead over peers", "领先同行"}, {"Being ahead of others in the industry.", "走在同行前面。"}},
    {"brand_uplift", ConcernKind::organisational, {"Brand uplift", "品牌提升"}, {"What it does for the company's name.", "对公司品牌的提升。"}},
    {"organisational_recognition", ConcernKind::personal, {"Recognition in the organisation", "组织认可"}, {"Being recognised by the organisation for the decision.", "因为这个决定得到组织的认可。"}},
    {"supplier_cooperation", ConcernKind::organisational, {"Supplier's cooperation", "供应商配合度"}, {"A supplier who helps when something comes up.", "有事时供应商肯配合。"}},
    {"internal_harmony", ConcernKind::organisational, {"No objections inside", "内部没意见"}, {"Colleagues who do not object.", "同事们没有意见。"}},
    {"fairness", ConcernKind::organisational, {"Fairness", "公平"}, {"A process that can be shown to anybody.", "过程经得起看。"}},
    {"supplier_attitude", ConcernKind::organisational, {"Supplier's attitude", "供应商态度"}, {"Being taken seriously by the supplier.", "供应商把我们当回事。"}},
    {"three_way_balance", ConcernKind::organisational, {"Balance of three", "三方平衡"}, {"Fair to the purchaser's duty, to the supplier and to the company at once.", "兼顾采购职责、供应商利益和公司利益。"}},
    {"cost", ConcernKind::organisational, {"Cost", "成本"}, {"Price against the list price; a high score is a low cost.", "价格与目录价之比；分高就是成本低。"},
        {"price / list price", "价格 / 目录价"}, {{0.7, 10}, {0.9, 7}, {1, 5}, {1.2, 1}}},
    {"future_price_room", ConcernKind::personal, {"Room for later price cuts", "以后降价的空间"}, {"Room to bring the price down later, which proves the purchaser's worth.", "以后还能把价格谈下来，证明采购的价值。"}},
    {"convenience", ConcernKind::organisational, {"Convenience", "方便"}, {"How handy it is in daily use.", "日常用着顺不顺手。"}},
    {"efficiency", ConcernKind::organisational, {"Efficiency", "效率"}, {"More done in the same time.", "同样时间干得更多。"}},
    {"pass_rate", ConcernKind::organisational, {"Pass rate", "合格率"}, {"First-pass yield.", "一次合格率。"},
        {"%", "%"}, {{90, 2}, {95, 5}, {98, 8}, {99.5, 10}}},
    {"ease_of_work", ConcernKind::personal, {"Easier work", "工作省力"}, {"Less toil for the one who uses it.", "用的人少受累。"}},
    {"reliability", ConcernKind::organisational, {"Reliability", "可靠性"}, {"That it works whenever it is needed.", "要用的时候一定能用。"}},
    {"stability", ConcernKind::organisational, {"Stability", "供应稳定"}, {"That quality and supply stay as they are.", "质量和供应一直稳定。"}},
    {"function", ConcernKind::organisational, {"Function", "功能"}, {"That it does what is asked for.", "要求的功能都有。"}},
    {"standards", ConcernKind::organisational, {"Standards", "合规标准"}, {"That it meets the standards that apply.", "符合适用的标准。"}},
    {"expert_dialogue", ConcernKind::personal, {"Talk among experts", "专家对话"}, {"Talking with our technical people as equals.", "和我方技术人员平等对话。"}},
    {"payment_term", ConcernKind::organisational, {"Payment term", "账期"}, {"How late the money has to be paid.", "多久以后付款。"},
        {"days", "天"}, {{0, 1}, {30, 4}, {60, 6}, {90, 8}, {180, 10}}},
    {"cash_flow", ConcernKind::organisational, {"Cash flow", "现金流"}, {"How deep it reaches into the cash at its worst; a high score is a small need.", "最紧时占用多少现金；分高就是占用少。"},
        {"peak cash need / budget", "现金需求峰值 / 预算"}, {{0, 10}, {0.5, 7}, {1, 4}, {1.5, 0}}},
    {"credit_amount", ConcernKind::organisational, {"Credit", "信用额度"}, {"How much credit the supplier grants.", "供应商给多少信用额度。"},
        {"share of the price", "占价格的比例"}, {{0, 2}, {0.3, 5}, {0.6, 8}, {1, 10}}},
    {"budget_fit", ConcernKind::organisational, {"Fit with the budget", "预算匹配"}, {"Price against the budget.", "价格与预算之比。"},
        {"price / budget", "价格 / 预算"}, {{0.8, 9}, {1, 6}, {1.1, 3}, {1.3, 0}}},
    {"cash_cycle", ConcernKind::organisational, {"Cash cycle", "现金周期"}, {"How much longer money is tied up; a high score is a shorter cycle.", "资金占用变长多少；分高就是周期短。"},
        {"change in days", "天数变化"}, {{-60, 9}, {0, 5}, {60, 1}}},
    {"visibility", ConcernKind::personal, {"Being seen", "被领导看见"}, {"Being seen by one's leaders.", "让领导看见自己的成绩。"}},
    {"reporting_skill", ConcernKind::personal, {"Reporting well", "汇报能力"}, {"Having something good to report.", "有好东西可以汇报，汇报得好。"}},
    {"presentation_skill", ConcernKind::personal, {"Presenting well", "演讲能力"}, {"Standing well in front of an audience.", "在众人面前讲得好。"}},
    {"personal_trust", ConcernKind::personal, {"Personal trust", "个人信任"}, {"Trusting the people behind the offer.", "信得过方案背后的人。"}},
};

[[nodiscard]] inline Catalog make_builtin_catalog() {
    Catalog catalog;
    for (const BuiltinRole& role : builtin_roles) {
        RoleEntry& entry = catalog.roles[role.id];
        entry.labels = role.label.text();
        entry.descriptions = role.description.text();
        entry.susceptibility = role.susceptibility;
        entry.veto = role.veto;
        for (const auto& [concern, importance] : role.importance) entry.importance[concern] = importance;
    }
    for (const BuiltinConcern& concern : builtin_concerns) {
        ConcernEntry& entry = catalog.concerns[concern.id];
        entry.labels = concern.label.text();
        entry.descriptions = concern.description.text();
        entry.kind = concern.kind;
        if (concern.points.size() > 0) entry.unit = concern.unit.text();
        entry.points = concern.points;
        entry.advice = builtin_advice(concern.id);
    }
    return catalog;
}

}  // namespace detail

BUYGRAPH_HEAVY const Catalog& builtin_catalog() {
    static const Catalog catalog = detail::make_builtin_catalog();
    return catalog;
}

}  // namespace buygraph

#endif
