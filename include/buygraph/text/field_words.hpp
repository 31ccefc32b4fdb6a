#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "../deal/language.hpp"
#include "../separate.hpp"

namespace buygraph::text {

/// What a word of the deal file is called in Chinese; in English it stands for itself.
[[nodiscard]] BUYGRAPH_HEAVY std::optional<std::string_view> chinese_word(std::string_view word);

/// What a field of the deal file is called in a sentence; of an object inside an entry by its way: "terms/price". An unknown one is called by its own word.
[[nodiscard]] BUYGRAPH_HEAVY Text field_words(const std::string& field);

}  // namespace buygraph::text

#if defined(BUYGRAPH_DEFINE_TEXT)

namespace buygraph::text {

BUYGRAPH_HEAVY std::optional<std::string_view> chinese_word(std::string_view word) {
    struct Entry {
        std::string_view word, zh;
    };
    constexpr std::array table{Entry{"enemy", "敌对"}, Entry{"opponent", "反对"}, Entry{"neutral", "中立"}, Entry{"supporter", "支持"}, Entry{"sponsor", "坚定支持"},
                               Entry{"advises", "出主意"}, Entry{"works_with", "共事"}, Entry{"friend", "朋友"}, Entry{"opposes", "对立"},
                               Entry{"autocracy", "一人定"}, Entry{"weighted", "按票加权"}, Entry{"quota", "达到票数比例"}, Entry{"majority", "过半"}, Entry{"unanimity", "一致"}, Entry{"consent", "征得同意"},
                               Entry{"true", "是"}, Entry{"false", "否"}, Entry{"organisational", "组织诉求"}, Entry{"personal", "个人诉求"},
                               Entry{"ours", "我方"}, Entry{"competitor", "竞争方案"}, Entry{"status_quo", "维持现状"}};
    for (const Entry& entry : table)
        if (entry.word == word) return entry.zh;
    return std::nullopt;
}

BUYGRAPH_HEAVY Text field_words(const std::string& field) {
    struct Entry {
        std::string_view field, en, zh;
    };
    constexpr std::array table{Entry{"roles", "roles", "角色"},
                               Entry{"personal_emphasis", "personal emphasis", "个人诉求倍数"},
                               Entry{"personal_emphasis/buy", "personal emphasis when buying is decided", "买不买时的个人诉求倍数"},
                               Entry{"personal_emphasis/vendor", "personal emphasis when the vendor is decided", "买谁家时的个人诉求倍数"},
                               Entry{"susceptibility", "susceptibility", "易受影响度"},
                               Entry{"veto", "veto", "否决权"},
                               Entry{"votes", "votes", "票数"},
                               Entry{"reports_to", "boss", "上级"},
                               Entry{"name", "name", "名称"},
                               Entry{"title", "title", "职务"},
                               Entry{"department", "department", "部门"},
                               Entry{"level", "level", "级别"},
                               Entry{"counterparts", "counterparts", "对接人数"},
                               Entry{"kind", "kind", "类别"},
                               Entry{"strength", "strength", "强度"},
                               Entry{"sd", "sd", "标准差"},
                               Entry{"reliability", "reliability", "可靠度"},
                               Entry{"source", "source", "来源"},
                               Entry{"date", "date", "日期"},
                               Entry{"rule", "rule", "拍板规则"},
                               Entry{"decider", "decider", "拍板人"},
                               Entry{"quota", "quota", "票数比例"},
                               Entry{"rounds", "rounds", "轮次"},
                               Entry{"agreement", "agreement", "一致程度"},
                               Entry{"veto_line", "veto line", "否决线"},
                               Entry{"veto_temperature", "veto temperature", "否决温度"},
                               Entry{"temperature", "temperature", "温度"},
                               Entry{"indecision", "indecision", "迟疑"},
                               Entry{"conflict", "conflict", "分歧"},
                               Entry{"deviation_sd", "deviation sd", "个人偏差的标准差"},
                               Entry{"tie_sd", "tie sd", "关系强度的标准差"},
                               Entry{"drift", "drift", "漂移"},
                               Entry{"bias_sd", "bias sd", "共同误差的标准差"},
                               Entry{"importance", "importance", "看重程度"},
                               Entry{"points", "points", "换算点"},
                               Entry{"labels", "labels", "名称"},
                               Entry{"account", "account", "客户"},
                               Entry{"value", "value", "金额"},
                               Entry{"pursuit_cost", "pursuit cost", "跟单费用"},
                               Entry{"close_date", "close date", "预计签约日"},
                               Entry{"owner", "owner", "负责人"},
                               Entry{"notes", "notes", "备注"},
                               Entry{"as_of", "day as of which all is known", "信息截止日"},
                               Entry{"terms", "terms", "商务条款"},
                               Entry{"terms/price", "price", "价格"},
                               Entry{"terms/list_price", "list price", "目录价"},
                               Entry{"terms/payments", "payments", "付款安排"},
                               Entry{"terms/credit_limit", "credit limit", "信用额度"},
                               Entry{"terms/yearly_benefit", "yearly benefit", "年收益"},
                               Entry{"terms/yearly_running_cost", "yearly running cost", "年运行费用"},
                               Entry{"terms/contract_years", "contract years", "合同年限"},
                               Entry{"economics", "economics", "成本与毛利"},
                               Entry{"economics/cost", "cost to us", "我方成本"},
                               Entry{"economics/target_margin", "target margin", "目标毛利率"},
                               Entry{"economics/floor_margin", "floor margin", "毛利率底线"},
                               Entry{"economics/discount_rate", "discount rate", "折现率"},
                               Entry{"budget", "customer's budget", "客户预算"},
                               Entry{"discount_rate", "customer's discount rate", "客户折现率"},
                               Entry{"horizon_years", "customer's horizon in years", "客户考察年限"},
                               Entry{"target_npv", "customer's target NPV", "客户目标净现值"},
                               Entry{"target_saving", "customer's target saving", "客户目标降幅"},
                               Entry{"currency", "currency", "币种"},
                               Entry{"language", "language", "语言"},
                               Entry{"id", "id", "编号"},
                               Entry{"descriptions", "descriptions", "说明"},
                               Entry{"unit", "unit", "单位"},
                               Entry{"advice", "advice", "话术"},
                               Entry{"team", "team", "我方团队"},
                               Entry{"actions", "actions", "行动"},
                               Entry{"moves", "moves", "假设"}};
    for (const Entry& entry : table)
        if (entry.field == field) return {std::string(entry.en), std::string(entry.zh)};
    return {field, field};
}

}  // namespace buygraph::text

#endif
