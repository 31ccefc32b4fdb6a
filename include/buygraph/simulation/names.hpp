#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "../deal/language.hpp"
#include "dice.hpp"

namespace buygraph::simulation {

/// Somebody who does not exist: the name as it is written, and the beginning of an id.
struct MadeUpPerson {
    std::string name;
    std::string id;
};

namespace detail {

struct Surname {
    std::string_view name, id;
};

/// One word in both languages.
struct Word {
    std::string_view en, zh;

    [[nodiscard]] std::string in(Language language) const { return std::string(language == Language::chinese ? zh : en); }
};

inline constexpr std::array<Surname, 36> chinese_surnames{{{"陈", "chen"}, {"李", "li"},   {"王", "wang"}, {"张", "zhang"}, {"刘", "liu"},  {"杨", "yang"}, {"赵", "zhao"}, {"黄", "huang"}, {"周", "zhou"},
                                                           {"吴", "wu"},   {"徐", "xu"},   {"孙", "sun"},  {"胡", "hu"},    {"朱", "zhu"},  {"高", "gao"},  {"林", "lin"},  {"何", "he"},    {"郭", "guo"},
                                                           {"马", "ma"},   {"罗", "luo"},  {"梁", "liang"}, {"宋", "song"}, {"郑", "zheng"}, {"谢", "xie"}, {"韩", "han"},  {"唐", "tang"},  {"冯", "feng"},
                                                           {"于", "yu"},   {"董", "dong"}, {"萧", "xiao"}, {"程", "cheng"}, {"曹", "cao"},  {"袁", "yuan"}, {"邓", "deng"}, {"许", "xu"},    {"沈", "shen"}}};
inline constexpr std::array<std::string_view, 30> chinese_given{"伟", "敏", "静", "磊", "洋", "艳", "勇", "军", "杰", "娟", "涛", "明", "超", "霞", "平", "建国", "志强", "晓东", "雅琴", "文静", "国栋", "思远", "雨桐", "子轩", "佳宁", "海燕", "立新", "卫民", "嘉怡", "浩然"};
inline constexpr std::array<std::string_view, 36> english_surnames{"Novak", "Moreau", "Haldane", "Marchetti", "Okafor", "Lindqvist", "Brandt", "Costa", "Fischer", "Dubois", "Kowalski", "Rossi",
                                                                    "Jensen", "Murphy", "Patel", "Silva", "Meyer", "Laurent", "Carter", "Hughes", "Bauer", "Ferrari", "Andersson", "Walsh",
                                                                    "Schmidt", "Garcia", "Clarke", "Nowak", "Keller", "Martin", "Reyes", "Sato", "Park", "Turner", "Vogel", "Adeyemi"};
inline constexpr std::array<std::string_view, 30> english_given{"Anna", "Piet", "Céline", "Georg", "Funke", "Luca", "Beate", "Maria", "Tom", "Julie", "Erik", "Petra", "Omar", "Grace", "Hugo",
                                                                 "Ingrid", "Sam", "Elena", "Marc", "Nadia", "Paul", "Rosa", "Victor", "Wendy", "Yusuf", "Clara", "Dennis", "Ewa", "Frank", "Lea"};
inline constexpr std::array<std::string_view, 20> chinese_places{"华东", "滨海", "江城", "岭南", "中原", "云岭", "天府", "北辰", "东湖", "金陵", "闽江", "太行", "长河", "青峰", "海门", "玉泉", "松江", "昆仑", "南屏", "星沙"};
inline constexpr std::array<std::string_view, 12> chinese_trades{"制药", "重工", "电力", "化工", "医院", "汽车零部件", "新材料", "食品", "轨道交通", "半导体", "水务", "物流"};
inline constexpr std::array<std::string_view, 20> english_places{"Northgate", "Riverside", "Aldermoor", "Westphal", "Lakeview", "Harrow", "Solent", "Kestrel", "Brenner", "Oakfield",
                                                                  "Meridian", "Castellan", "Fairhaven", "Juniper", "Silverton", "Tamar", "Vantage", "Windmere", "Calder", "Ardent"};
inline constexpr std::array<std::string_view, 12> english_trades{"Pharma", "Steel", "Power", "Chemicals", "Hospitals", "Automotive", "Materials", "Foods", "Rail", "Semiconductor", "Water", "Logistics"};
inline constexpr std::array<Word, 12> goods{{{"Packaging line", "包装线"}, {"Lyophilisation line", "冻干线"}, {"Control system", "控制系统"}, {"Imaging suite", "影像设备"}, {"Quality platform", "质量平台"}, {"Warehouse automation", "仓储自动化"},
                                             {"Boiler upgrade", "锅炉改造"}, {"Analytics suite", "分析平台"}, {"Maintenance contract", "维保服务"}, {"Robot cells", "机器人工作站"}, {"Metering system", "计量系统"}, {"Clean room", "洁净室"}}};

template <std::size_t count>
[[nodiscard]] std::string one_of(const std::array<std::string_view, count>& list, Dice& dice) { return std::string(list[dice.below(count)]); }

[[nodiscard]] inline std::string lower_case(std::string_view text) {
    std::string lower;
    for (const char c : text) lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return lower;
}

}  // namespace detail

[[nodiscard]] inline MadeUpPerson made_up_person(Language language, Dice& dice) {
    if (language == Language::chinese) {
        const detail::Surname& surname = detail::chinese_surnames[dice.below(detail::chinese_surnames.size())];
        return {std::string(surname.name) + detail::one_of(detail::chinese_given, dice), std::string(surname.id)};
    }
    const std::string surname = detail::one_of(detail::english_surnames, dice);
    return {detail::one_of(detail::english_given, dice) + " " + surname, detail::lower_case(surname)};
}

[[nodiscard]] inline std::string made_up_account(Language language, Dice& dice) {
    if (language == Language::chinese) return detail::one_of(detail::chinese_places, dice) + detail::one_of(detail::chinese_trades, dice);
    return detail::one_of(detail::english_places, dice) + " " + detail::one_of(detail::english_trades, dice);
}

[[nodiscard]] inline std::string made_up_goods(Language language, Dice& dice) {
    const std::string what = detail::goods[dice.below(detail::goods.size())].in(language), number = std::to_string(dice.from_to(1, 4));
    return language == Language::chinese ? what + number + "期" : what + " " + number;
}

}  // namespace buygraph::simulation
