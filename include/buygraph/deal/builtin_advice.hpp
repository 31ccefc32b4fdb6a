#pragma once

#include <optional>
#include <string_view>

#include "../separate.hpp"
#include "catalog.hpp"

namespace buygraph {

/// What to say about a concern of the built-in catalog, in both languages and of all three kinds; nothing for another id. The one place to edit these texts;
/// a deal and a user's catalog replace them one by one (`catalog.concerns[].advice`).
[[nodiscard]] BUYGRAPH_HEAVY std::optional<AdviceTexts> builtin_advice(std::string_view concern);

/// What to say about a concern for which nobody wrote anything: of the user's own, with `{concern}` for its label.
[[nodiscard]] BUYGRAPH_HEAVY AdviceTexts general_advice();

}  // namespace buygraph

#if defined(BUYGRAPH_DEFINE_CATALOG)

#include <string>

namespace buygraph {

namespace detail {

/// One template in both languages.
struct Spoken {
    const char* en;
    const char* zh;

    [[nodiscard]] Text text() const { return {en, zh}; }
};

struct BuiltinAdvice {
    const char* concern;
    Spoken lead, mend, ask;

    [[nodiscard]] AdviceTexts texts() const { return {lead.text(), mend.text(), ask.text()}; }
};

// How an experienced seller briefs a colleague before a meeting. A text knows that we are ahead, behind, or that we do not know, and nothing
// else: no customer, figure, certificate, sex or history that a deal may not hold, and no promise that is not ours to make. Comparisons have to
// read well with a competitor's name and with "no decision". What is personal is served by helping a person to do the work well and to be seen for
// it, never by a favour. Numbers are added by the room that writes the advice.
inline constexpr BuiltinAdvice builtin_advice_table[] = {
    // those who decide
    {"return_on_investment",
     {"Open with the return: one page, worked out with the customer's own figures and compared with {rival}. Let {person} change the assumptions.",
      "先谈回报：用客户自己的数据算一页账，和{rival}对着看，假设条件让{person}随手改。"},
     {"{person} sees more return in {rival}. Redo the sum with the customer's finance people beforehand: add the benefits left out, and mark those that we cannot prove yet.",
      "{person}觉得{rival}回报更高。见面前先和客户财务把账重算一遍，漏算的收益补上，还证明不了的照实标出来。"},
     {"Ask {person} what return a project has to show to get through here, over how many years, and who checks the figures.",
      "问{person}：项目要有多高的回报才批得下来，按几年算，账由谁来复核。"}},
    {"payback_time",
     {"Open with the day on which the money is back: walk {person} through it month by month, the cautious case first.",
      "先谈多久回本：陪{person}逐月看一遍，先讲保守的算法。"},
     {"Before {person} asks when the money is back, work out a start in stages or payment as results come in, so that some returns before all is spent.",
      "别等{person}问多久回本：先备好分期上线、见效付款的方案，让钱没花完就开始往回收。"},
     {"Ask {person} how soon a purchase like this has to pay for itself, and which savings the company accepts in that sum.",
      "问{person}：这类投入公司要求多久回本，哪些节省公司认账、可以算进去。"}},
    {"risk",
     {"Open with safety: give {person} a reference to call, and say plainly who answers for what if something slips.",
      "先讲稳妥：给{person}一个可以直接打电话核实的客户，说清万一出岔子谁负责、怎么收场。"},
     {"{person} sees less risk in {rival}. Bring the list of what may go wrong before being asked: for each item the safeguard, the way back and who answers for it.",
      "{person}觉得{rival}风险更小。别等追问，先把可能出的问题列出来，每一条写明怎么防、怎么退、谁负责。"},
     {"Ask {person} what has gone wrong in projects like this, and what must on no account happen this time.",
      "问{person}：类似的项目在哪里栽过跟头，这次最怕出什么事。"}},
    {"industry_lead",
     {"Open with the lead over peers: show {person} what the company can be first to do with us, and what others would need to catch up.",
      "先谈领先：让{person}看到和我们合作能抢在同行前面做成什么，别人要追上得费多大劲。"},
     {"{person} sees the company further ahead with {rival}. Bring our product people and the road map, and propose something to be first at together.",
      "{person}觉得{rival}更能让公司走在前面。带产品负责人去讲路线图，商量一件可以一起抢先做成的事。"},
     {"Ask {person} against whom the company measures itself, and where it most wants to be ahead once this runs.",
      "问{person}：公司拿谁当标杆，项目上线后最想在哪一点走在前面。"}},
    {"brand_uplift",
     {"Open with what it does for the company's name: work out with {person} the story that customers and partners will be told.",
      "先谈给公司品牌加分：和{person}一起想好，这件事对客户、对合作伙伴怎么讲。"},
     {"{person} expects {rival} to do more for the company's name. Offer what lies in our hands: a joint case, a shared stage, a visit for the company's customers.",
      "{person}觉得{rival}更能给品牌加分。主动提我们能做的：联合案例、同台亮相、接待客户的客户来参观。"},
     {"Ask {person} before whom the company's name should gain most: customers, investors, its own people or the authorities.",
      "问{person}：公司最想在谁面前提升形象，是客户、投资人、员工，还是主管部门。"}},
    {"organisational_recognition",
     {"Open with how success will be seen: agree with {person} on early milestones that show the organisation that the decision was right.",
      "先谈成绩怎么体现：和{person}商定几个早见效的节点，让组织看到这个决定做对了。"},
     {"Make the choice of us easier for {person} to stand up for: help to put down why now, why this way, and what the organisation gains.",
      "让{person}选我们更站得住、更受认可：帮忙把理由备好，为什么现在做、为什么这样选、组织得到什么。"},
     {"Ask {person} how the organisation will judge this decision afterwards, and what would make it count as a success.",
      "问{person}：事后组织会怎么评价这个决定，做到什么程度才算成功。"}},
    // purchasers
    {"supplier_cooperation",
     {"Open with how we work when something comes up: tell {person} whom to call, how soon there is an answer, and what can be decided on the spot.",
      "先讲有事时怎么配合：告诉{person}找谁、多久有回音、哪些事当场就能定。"},
     {"Let {person} see cooperation before the contract: settle what we still owe, put response and escalation in writing, and say that a price squeezed to the limit costs just this.",
      "签约前就让{person}看到我们肯配合：欠着没办的先办完，响应和升级办法写成文字；也讲明价格压到极限，先伤的就是配合。"},
     {"Ask {person} when a supplier left the department alone with a problem, and what good cooperation would have looked like.",
      "问{person}：有没有哪次供应商让部门自己扛了问题，当时怎样做才算配合到位。"}},
    {"internal_harmony",
     {"Open with the colleagues: help {person} to show that all who have to live with the choice were heard, with their points and our answers.",
      "先从同事的意见谈起：帮{person}把各部门的想法和我们的答复理清楚，谁问起来都有交代。"},
     {"Find out who inside would object to us and why, and answer each of them ourselves, so that {person} does not have to defend the choice alone.",
      "弄清内部谁会对我们有意见、为什么，我们自己一个个去答复，别让{person}一个人替我们说话。"},
     {"Ask {person} which colleagues will have something to say about the choice, and what each of them has to hear from us.",
      "问{person}：定下来以后哪些同事会有话说，各自想听我们讲清什么。"}},
    {"fairness",
     {"Open with the clean process: give {person} our answers requirement by requirement, so that they can be compared and shown to anybody.",
      "先讲过程经得起看：按要求逐条应答，{person}拿去比、拿去给谁看都说得清。"},
     {"Leave {person} nothing to explain away: keep strictly to the procedure, put every answer in writing, and ask for nothing that others would not get.",
      "别让{person}为难：严格走流程，答复一律书面，别家得不到的便利我们也不要。"},
     {"Ask {person} how the comparison will be made and recorded, and what would make it look unfair to others.",
      "问{person}：这次怎么比、怎么留档，什么情况会让别人觉得不公平。"}},
    {"supplier_attitude",
     {"Open by being there: come prepared, bring somebody who may decide, and let {person} see that this account matters to us.",
      "先把重视摆出来：准备充分，带能拍板的人去，让{person}看到我们把这家客户放在心上。"},
     {"Let {person} feel taken seriously before the next offer: a senior colleague of ours calls, listens first, and brings answers to what is still open.",
      "下次谈方案之前，先让{person}感到被重视：请我方领导主动联系，多听少讲，没答复的问题带着答案去。"},
     {"Ask {person} what in our manner helps and what annoys, and with whom of ours the department would rather deal.",
      "问{person}：和我们打交道哪里舒服、哪里不舒服，更愿意我方谁来对接。"}},
    {"three_way_balance",
     {"Open with a price that serves all sides: what {person} can show as a saving, what the company gains, and what keeps us able to deliver.",
      "先谈三方都过得去：{person}有降本成绩，公司有收益，我们也留得住把事做好的余地。"},
     {"Before {person} thinks that one side loses, explain how the price is made up and what good service needs, and look for terms worth more to the customer than they cost us.",
      "别等{person}觉得有一方吃亏：主动讲清价格怎么来的、做好服务要花什么，一起找对客户值钱、我们又给得起的条件。"},
     {"Ask {person} what the department has to bring home, what the company needs, and where a supplier would be squeezed too far.",
      "问{person}：采购要交什么成绩，公司要什么结果，价格压到哪里供应商就做不好了。"}},
    {"cost",
     {"Open with the cost of the whole life and not of the purchase alone: item by item, compared with {rival}, for {person} to check.",
      "先算总账：把全周期的各项费用逐项列开，和{rival}对着比，请{person}来核。"},
     {"{person} sees the lower cost in {rival}. Show item by item what our price contains and what could be left out, and cut nothing without something in return.",
      "{person}觉得{rival}成本更低。逐项讲清我们的价里有什么、哪些可以不要；要降就换条件，不白降。"},
     {"Ask {person} by what cost we are judged: the price, the cost over the years, or what was paid before.",
      "问{person}：成本看的是哪一个，是报价、几年的总账，还是以前的成交价。"}},
    {"future_price_room",
     {"Open with the road of the price: agree with {person} on steps tied to volume or term, so that there is a saving to report in later years too.",
      "先谈价格以后怎么走：和{person}约定随用量或年限逐步优惠，往后每年都有成绩可报。"},
     {"Show {person} that there is room later. Do not give everything at once: propose small steps over the contract, tied to volume, and keep enough for good service.",
      "让{person}看到以后还有空间：别一次降到底，提出合同期内随用量分步降，也留够做好服务的钱。"},
     {"Ask {person} how savings are counted here, by year or by contract, and which path of the price would serve the department best.",
      "问{person}：降本成绩按年算还是按合同算，价格怎么走采购最好交代。"}},
    // users
    {"convenience",
     {"Open with a day at work: let {person} do the usual tasks with it, hands on, and talk little.",
      "先让{person}上手：拿每天的活来试，我们少讲，顺不顺手一试就知道。"},
     {"Before {person} calls {rival} handier, watch the work on site, note every step too many, and come back with what can be changed and by when.",
      "别等{person}说{rival}更顺手：先去现场看人怎么干活，多余的步骤一一记下，再带着能改什么、何时改好回来谈。"},
     {"Ask {person} to show you the daily work: which steps are the most bother, and which habits have to stay.",
      "请{person}演示一遍日常操作：哪几步最麻烦，哪些习惯不能动。"}},
    {"efficiency",
     {"Open with the time saved: take a job of {person}'s own, do it the present way and ours, and let the people who do it hold the clock.",
      "先讲省下的时间：挑{person}自己的一项活，用现在的办法和我们的办法各做一遍，让干活的人来计时。"},
     {"To win {person} on efficiency, find the bottleneck on site with the people who work there, and offer a trial on just that step.",
      "要在效率上说服{person}，先和一线的人到现场把瓶颈找出来，就在那一步做试用。"},
     {"Ask {person} where work piles up or waits today, and what would be done with the time that is won.",
      "问{person}：现在活儿堆在哪里、等在哪里，省下来的时间打算用来做什么。"}},
    {"pass_rate",
     {"Open with right the first time: propose a run with the customer's own material, judged by {person}'s own measure.",
      "先讲一次做对：建议用客户自己的料跑一批，合格不合格按{person}的标准判。"},
     {"{person} expects a better yield with {rival}. Go through the causes of rejects together, say which of them we can remove, and have the result measured on site.",
      "{person}觉得{rival}合格率更高。一起把不合格的原因过一遍，讲清我们能消除哪几条，结果到现场实测。"},
     {"Ask {person} which rejects cost the most, how first-pass yield is counted here, and who has to answer when it falls.",
      "问{person}：哪种不合格损失最大，一次合格率怎么统计，掉下来谁要负责。"}},
    {"ease_of_work",
     {"Open with the toil that goes away: take the job that everybody dislikes and let {person} see it done the easier way.",
      "先讲少受的累：挑一件大家都不爱干的活，让{person}看看可以怎么省力。"},
     {"Any change means extra work at first. Before {person} says so, plan training and people of ours on site, and agree on who takes over which task.",
      "换新东西头一阵总要多费力，别等{person}来说：先把培训和现场陪同排好，讲清哪些活由我方的人来干。"},
     {"Ask {person} what makes the work hard today, and what people dread most about a change.",
      "问{person}：现在干活累在哪里，换一套新的大家最怕什么。"}},
    // technical people
    {"reliability",
     {"Open with evidence that it works when needed: lay test conditions and failure data open to {person}, and name a user to call without us.",
      "先拿证据讲可靠：测试条件和故障数据摊开给{person}看，再介绍一位可以私下打听的用户。"},
     {"{person} expects fewer failures with {rival}. Do not argue: propose a test under the customer's own conditions, with criteria agreed beforehand and results open to both sides.",
      "论可靠，{person}更放心{rival}。别争辩，提议按客户的工况做测试，标准事先说好，结果双方都看得到。"},
     {"Ask {person} which failures would stop the work, under what conditions they come, and what evidence would be enough.",
      "问{person}：什么故障会让现场停下来，多半出在什么工况，拿什么证据才算数。"}},
    {"stability",
     {"Open with constancy: show {person} how changes are announced, how long spare parts are kept, and who secures the supply.",
      "先讲稳得住：给{person}看变更怎么通知、备件供到什么时候、供应由谁来保。"},
     {"{person} expects quality and supply to be steadier with {rival}. Bring our people for quality and delivery, and agree on notice of changes, spare parts and stock.",
      "{person}觉得{rival}质量和供应更稳。带质量和交付的同事去，把变更通知、备件、安全库存怎么定谈清楚。"},
     {"Ask {person} which changes by suppliers cause trouble, and how much notice and how much stock are expected of us.",
      "问{person}：供应商的哪些变动最惹麻烦，希望我们提前多久通知、备多少货。"}},
    {"function",
     {"Open with the list of requirements: go through it with {person} point by point, by demonstration and not by slides.",
      "先过需求清单：和{person}一条一条过，能演示的就不念稿子。"},
     {"{person} finds more of what is needed in {rival}. Sort the gaps together into now, later and never, and answer each honestly: there, on the way, or not ours.",
      "{person}觉得{rival}功能更全。一起把差的功能分成现在要、以后要、用不上，每条照实答：有、在做，还是不做。"},
     {"Ask {person} which functions decide, which merely stand on the list, and how people get by where one is missing.",
      "问{person}：哪些功能非有不可，哪些只是写在清单上，缺的现在怎么凑合。"}},
    {"standards",
     {"Open with the standards: give {person} the documents clause by clause, and keep apart what is certified, what is tested and what is only declared.",
      "先讲合规：按条款逐条给{person}交材料，哪些有认证、哪些有检测、哪些只是声明，分开写清。"},
     {"Name any gap against the standards before the review does, with the remedy, the date and who is in charge. Gloss over none: {person} will find it.",
      "赶在评审之前自己把与标准的差距列出来，写明措施、时间、负责人。别遮掩，{person}迟早会看出来。"},
     {"Ask {person} which standards apply and in which edition, who inspects, and which clause is the hardest to pass.",
      "问{person}：适用哪些标准、哪个版本，谁来审，哪一条最难过。"}},
    {"expert_dialogue",
     {"Open as one expert to another: let our engineers take {person}'s hardest problem to the whiteboard, and keep the selling out of it.",
      "让行家对行家：请我方工程师和{person}在白板上讨论最难的技术问题，推销的话一句别讲。"},
     {"Let {person} meet an equal on our side: bring the engineer who knows it from inside, with drawings and open questions, and leave time to listen.",
      "让{person}在我们这边也遇到行家：带懂里面门道的工程师去，带上图纸和没解决的问题，多留时间听对方讲。"},
     {"Ask {person} which technical question is of most interest at present, and which kind of expert of ours would be worth meeting.",
      "问{person}：眼下最想探讨哪个技术问题，想见我方哪方面的专家。"}},
    // finance
    {"payment_term",
     {"Open with the payment plan: show {person} on a calendar what is due when, against the days on which benefits come in.",
      "先谈付款安排：给{person}一张日历，哪天付多少、收益哪天进来，对着看。"},
     {"Before {person} asks for a longer term, find out from our own finance people what it would take, and trade it for something.",
      "别等{person}提账期：先问清我方财务放长要什么条件，拿条件去换，别白送。"},
     {"Ask {person} which payment terms are the rule here, what triggers a payment, and who has to approve an exception.",
      "问{person}：公司通行的账期是多长，什么条件触发付款，破例要谁批。"}},
    {"cash_flow",
     {"Open with the months when cash is tight: show {person} how our payments keep out of their way, and how much is out before benefits come in.",
      "先谈现金紧的那几个月：给{person}看我们的付款怎样避开，收益到账之前总共压多少钱。"},
     {"Redraw the payments before {person} has to ask: instalments along milestones or results, so that our plan needs less cash at the tightest point.",
      "别等{person}开口，先把付款重排一遍：按里程碑或见效进度分期，最紧的时候少占现金。"},
     {"Ask {person} when cash is tight here, what else has to be paid then, and how much a single project may tie up.",
      "问{person}：什么时候现金紧，那时还有什么大额要付，单个项目最多能压多少。"}},
    {"credit_amount",
     {"Open with the credit line: tell {person} which orders it covers, how it is used and renewed, and what it takes to extend it.",
      "先谈信用额度：给{person}讲清哪些订单能用、怎么用、怎么续，想提额要什么条件。"},
     {"Find out beforehand what our credit people need for a larger line, and speak of it openly with {person}: statements, guarantees, a record of payment.",
      "先问清我方信控提额要看什么，报表、担保还是付款记录，再和{person}摊开来谈。"},
     {"Ask {person} how much is on order at the peak, and what credit line would keep orders from being held up.",
      "问{person}：高峰时在途订单有多大，额度要到多少才不会卡单。"}},
    {"budget_fit",
     {"Open with the budget: show {person} line by line how it would be used, later costs included, compared with {rival}.",
      "先谈预算：逐项给{person}看钱花在哪里，后续支出也算进去，和{rival}对着看。"},
     {"Help {person} to make it fit: a smaller first stage, the rest in the next budget year, and good reasons on paper if more has to be asked for.",
      "帮{person}把这笔钱装进预算：一期先做小，其余放下个预算年度；真要追加，先把理由写扎实。"},
     {"Ask {person} from which budget this is paid, when it is closed, and who may release more.",
      "问{person}：钱从哪个预算出，什么时候关账，谁有权追加。"}},
    {"cash_cycle",
     {"Open with money that comes free sooner: show {person} where stock, work in progress or receivables tie it up for a shorter time.",
      "先谈资金转得快：给{person}看库存、在制、应收各在哪里能少压时间。"},
     {"Look with {person} for what ties up less money: smaller lots, delivery on call, payment on use. Then do the sum for the whole cycle again.",
      "和{person}一起找少压资金的办法：小批供货、按需送货、用后付款，再把整个周期的账重算一遍。"},
     {"Ask {person} where money is tied up longest, in stock, in work or with customers, and which of them is to come down.",
      "问{person}：资金压得最久的是库存、在制还是应收，眼下要压降哪一块。"}},
    // coaches
    {"visibility",
     {"Open with the stage: plan a milestone of the project that {person} can announce to the leaders as work of {person}'s own.",
      "先谈怎么让成绩被看见：项目里留一个节点，由{person}亲自向领导汇报自己做成的事。"},
     {"Make {person}'s work easier to see: credit it in minutes and reports, and invite the leaders to where {person} presents it.",
      "让{person}的工作更看得见：会议纪要和报告里写明是谁做的，请领导到现场听{person}讲。"},
     {"Ask {person} whose attention matters most, and which result of the project would show that work best.",
      "问{person}：最希望被哪位领导看到，项目做出什么结果最能体现自己的工作。"}},
    {"reporting_skill",
     {"Open with material for the next report: bring {person} a page with facts, comparison and next steps that can be used as it is.",
      "先送汇报素材：给{person}一页拿来就能用的材料，事实、对比、下一步都写清。"},
     {"Give {person} better material: ask for the form and date of the next report, and deliver facts and charts in that form in good time.",
      "给{person}更好用的汇报材料：问清下次汇报的格式和时间，按那个格式提前备好事实和图表。"},
     {"Ask {person} to whom the next report goes, which questions it will meet, and what is missing to answer them.",
      "问{person}：下次向谁汇报，会被追问什么，还缺什么材料才答得上来。"}},
    {"presentation_skill",
     {"Open with the next presentation: offer to build it with {person}, to rehearse it, and to stand by for hard questions.",
      "先谈下一次上台：和{person}一起搭讲稿、排练一遍，难答的问题我们在旁边接。"},
     {"Prepare {person} better for the stage: a clear story line, good pictures, answers to the likely objections, and a rehearsal together.",
      "帮{person}讲得更有把握：送上一条清楚的主线、几张好图和常见质疑的答法，再陪着练一遍。"},
     {"Ask {person} when and before whom this has to be presented, and which part is the hardest to explain.",
      "问{person}：什么时候、对谁讲，哪一段最难讲清楚。"}},
    // everybody
    {"personal_trust",
     {"Open on trust: let the colleague whom {person} trusts most do the talking, and say openly also what we cannot do.",
      "靠信任开场：让{person}最信得过的同事来谈，做不到的也当面说清。"},
     {"Earn {person}'s trust in small things: promise something modest, keep it before the day, and only then ask for the larger talk.",
      "和{person}的信任从小事补起：先答应一件小事，提前做到，再谈大的。"},
     {"Ask {person} what a supplier has to do to be believed, and what breaks trust here.",
      "问{person}：供应商怎样做才让人信得过，什么事最伤信任。"}},
};

inline constexpr BuiltinAdvice general_advice_row{
    "",
    {"Open with {concern}: here {person} sees us ahead of {rival}. Bring something to see or to check, and tie it to {person}'s own work.",
     "先谈{concern}：在{person}眼里，这一点我们强过{rival}。带上看得见、查得到的东西，结合{person}自己的工作来讲。"},
    {"In {concern} {person} sees us behind {rival}. Speak of it before {person} does: what is so, what we change, by when, and who answers for it.",
     "在{concern}上，{person}觉得我们不如{rival}。别等对方提，主动讲清现状、怎么改、何时改好、谁负责。"},
    {"Ask {person} what good would look like in {concern}, how it is judged, and how we and {rival} stand there today.",
     "问{person}：{concern}做到什么样才算好，怎么判断，我们和{rival}现在各到哪一步。"}};

}  // namespace detail

BUYGRAPH_HEAVY std::optional<AdviceTexts> builtin_advice(std::string_view concern) {
    for (const detail::BuiltinAdvice& row : detail::builtin_advice_table)
        if (row.concern == concern) return row.texts();
    return std::nullopt;
}

BUYGRAPH_HEAVY AdviceTexts general_advice() { return detail::general_advice_row.texts(); }

}  // namespace buygraph

#endif
