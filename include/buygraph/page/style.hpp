#pragma once

#include <string>
#include <string_view>

#include "../separate.hpp"

namespace buygraph::page {

/// The style sheet of every page. Colours are the tokens as custom properties: light or dark as the reader's system says, or as the switch does; always light on paper.
[[nodiscard]] BUYGRAPH_HEAVY std::string style();

/// The style sheet of a page that stands in a shadow tree of somebody else's: dark or light as the system says, or as the host's attribute `theme` does.
[[nodiscard]] BUYGRAPH_HEAVY std::string component_style();

}  // namespace buygraph::page

#if defined(BUYGRAPH_DEFINE_PAGE)

#include "../picture/tokens.hpp"

namespace buygraph::page {

namespace detail {

inline constexpr const char* rules = R"css(
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--ink);font:400 13px/20px Inter,system-ui,"Segoe UI",Roboto,"Helvetica Neue","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
bdi,p,li,blockquote,.records td:last-child{overflow-wrap:anywhere}
:lang(zh){line-break:strict;text-spacing-trim:trim-start}
h1,h2,h3,p,ul,ol,table,blockquote{margin:0;padding:0}
ul,ol{list-style:none}
h1{font-size:24px;line-height:30px;font-weight:650;text-wrap:balance}
h2{font-size:14px;line-height:20px;font-weight:650}
h2 small{font-size:11px;font-weight:400;color:var(--ink2);margin-left:8px}
h3{font-size:12px;line-height:17px;font-weight:650;margin:12px 0 4px}
small{font-size:11px;line-height:15px;color:var(--ink2)}
a{color:var(--for2);text-decoration:none}
a:hover{text-decoration:underline}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
table{border-collapse:collapse;width:100%}
th{font-weight:400;text-align:left}
td,th{padding:0}
caption,.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
svg{display:block}
svg text{font-family:inherit;unicode-bidi:isolate}
.track{overflow:visible;min-width:40px}
.number{text-align:right;white-space:nowrap}
.strong{font-weight:650}
.for{color:var(--for2)}
.against{color:var(--ag2)}
.note{font-size:12px;line-height:17px;color:var(--ink2);margin-top:4px}
.faint,.faint strong{color:var(--ink2)}
.unseen-input{position:absolute;opacity:0;width:1px;height:1px}
details>summary{cursor:pointer;color:var(--for2);font-size:12px;line-height:17px;padding:4px 0;min-height:24px}
.page{display:none;container-type:inline-size;background:var(--sf)}
.switch{display:flex;border:1px solid var(--line2);border-radius:6px;overflow:hidden;flex:none}
.switch:focus-within{outline:2px solid var(--focus);outline-offset:2px}
.switch label{min-width:32px;height:28px;line-height:28px;padding:0 8px;text-align:center;font-size:12px;cursor:pointer;color:var(--ink2)}
.switch input:checked+label{background:var(--ink);color:var(--sf)}
.verdict{display:grid;grid-template-columns:minmax(0,1fr) 470px 236px;gap:32px;padding:12px 20px 8px;border-bottom:1px solid var(--line)}
.reason{margin-top:4px}
.chip{display:inline-block;border:1px dashed var(--ink3);border-radius:3px;padding:0 6px;font-size:11px;line-height:17px;color:var(--ink2);margin:6px 0}
.in-twenty{display:flex;flex-wrap:wrap;gap:4px 10px;align-items:center;color:var(--ink2);font-size:12px}
.outcomes th,.outcomes td{vertical-align:middle}
.outcomes th{font-weight:600;text-align:right;padding-right:12px;max-width:140px;line-height:17px}
.outcomes .wide{width:48%}
.outcomes .chance{font-size:19px;line-height:26px;font-weight:650;text-align:right;padding-left:12px;width:64px}
.outcomes .range{font-size:11px;color:var(--ink2);padding-left:8px;width:60px;white-space:nowrap}
.scale text{font-size:11px;fill:var(--ink2)}
.widens h3{margin-top:0}
.shares th{font-size:12px;line-height:19px;color:var(--ink2);padding-right:8px;white-space:nowrap}
.shares .wide{width:55%}
.shares .number{font-size:12px;padding-left:8px}
.body{display:grid;grid-template-columns:minmax(0,1fr) 448px;border-bottom:1px solid var(--line)}
.map{padding:8px 18px;min-width:0;align-self:start}
.map>header{display:flex;flex-wrap:wrap;align-items:center;gap:8px 16px;margin-bottom:8px}
.dials{display:flex;flex-wrap:wrap;align-items:center;gap:2px 12px;margin:0}
.dials select{height:28px;border:1px solid var(--line2);border-radius:6px;background:var(--sf);color:var(--ink);font:inherit;max-width:100%}
.layout{display:none;overflow-x:auto}
.layout>svg{max-width:100%;height:auto;margin:0 auto}
.layout a{cursor:pointer}
.layout a:hover{text-decoration:none}
.layout a:focus-visible{outline:2px solid var(--focus)}
.rail{border-left:1px solid var(--line)}
.rail>section,.rail>article{padding:8px 18px;border-bottom:1px solid var(--line)}
.rail>:last-child{border-bottom:0}
.card{display:none;position:relative}
.page:not(.live) .card:target,.card.shown{display:block}
.card:focus-visible{outline:none}
.page:not(.live) .rail:has(.card:target)>section,.rail:has(.card.shown)>section{display:none}
.card .close{position:absolute;right:12px;top:8px;width:28px;height:28px;line-height:26px;text-align:center;font-size:20px;color:var(--ink2)}
.card h2{font-size:16px;padding-right:32px}
.card .title{font-size:12px;color:var(--ink2)}
.card .stance{margin:4px 0}
.card ul{font-size:12px;line-height:17px}
.card li{padding:2px 0 2px 12px;position:relative}
.card li::before{content:"·";position:absolute;left:2px;color:var(--ink3)}
.card .now li::before{content:none}
.levers{border-top:1px solid var(--line);margin-top:8px}
.widens h3 small{font-weight:400}
.lever{display:grid;grid-template-columns:minmax(80px,130px) minmax(60px,1fr) 104px;gap:8px;align-items:center;font-size:12px;line-height:17px;min-height:28px}
.lever input{min-width:0;width:100%;font:inherit;color:inherit}
.lever [type=number]{appearance:textfield;height:28px;border:1px solid var(--line2);border-radius:6px;background:var(--sf);padding:0 6px;text-align:right}
.lever [type=range]{accent-color:var(--for2);min-height:24px}
.price-lever{padding:8px 18px;border-bottom:1px solid var(--line)}
.card .out{position:absolute;right:48px;top:8px}
.card:has(.out) h2{padding-right:128px}
.ends{display:flex;justify-content:space-between;font-size:11px;line-height:15px;color:var(--ink2)}
.figures{display:grid;grid-template-columns:repeat(3,1fr);border:1px solid var(--line);border-radius:6px;margin:8px 0}
.figures div{padding:4px 10px;border-right:1px solid var(--line)}
.figures div:last-child{border-right:0}
.figures strong{display:block;font-size:16px;line-height:22px;font-weight:650}
.figures span{font-size:11px;line-height:15px;color:var(--ink2)}
.waterfall .fall{display:grid;grid-template-columns:110px minmax(60px,1fr) 56px;gap:8px;align-items:center;color:var(--ink);min-height:21px;padding:0}
.waterfall summary{list-style:none}
.waterfall summary::-webkit-details-marker{display:none}
.waterfall .label{text-align:right;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.waterfall .number{font-size:12px}
.waterfall .total{border-top:1px solid var(--line2);font-weight:650}
.apart{width:auto;margin:0 0 6px 118px;font-size:12px;line-height:17px;color:var(--ink2)}
.apart td{padding-left:12px;text-align:right}
thead th{font-size:11px;line-height:15px;color:var(--ink2);padding-bottom:2px;font-weight:400}
.scrolls{overflow-x:auto}
.people td,.people th{padding:4px 10px 4px 0;border-bottom:1px solid var(--line);vertical-align:middle;font-size:12px;line-height:17px}
.people th bdi{font-size:13px;font-weight:600}
.people .wide{min-width:110px;width:26%}
.people small{display:block}
.sign{display:inline-block;min-width:18px}
.cares td,.cares th{vertical-align:middle;font-size:12px;line-height:20px}
.cares tbody th{max-width:120px;padding-right:8px;line-height:15px}
.cares .narrow{width:52px;padding-right:10px}
.cares .wide{width:44%}
.cares .wide .track{background:repeating-linear-gradient(to right,var(--line) 0 1px,transparent 1px calc(50% - .5px))}
blockquote{border-left:2px solid var(--line2);padding-left:10px;color:var(--ink2);margin-bottom:8px;font-size:12px;line-height:17px}
.plan td,.plan th,.asks td,.asks th{vertical-align:middle;padding:4px 0;border-bottom:1px solid var(--line)}
.plan tbody th strong,.plan tbody th span,.plan tbody th small,.asks th small,.plan td small,.asks td small{display:block}
.plan .place{width:16px;color:var(--ink3);font-size:11px}
.plan .wide{width:34%;padding:4px 10px}
.plan thead th:nth-child(n+4),.cares thead th:last-child{text-align:right}
.plan .number{padding-left:8px}
.asks .wide{width:24%;padding:4px 10px}
.asks th{font-size:12px;line-height:17px}
.in-order{font-size:12px;line-height:17px;list-style:decimal inside}
.in-order li{padding:2px 0}
.below{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));border-bottom:1px solid var(--line)}
.below>section{padding:8px 18px 12px;border-right:1px solid var(--line);min-width:0}
.below>section:nth-child(3n){border-right:0}
.below>section:nth-child(n+4){border-top:1px solid var(--line)}
.spots li{display:grid;grid-template-columns:52px 1fr;gap:8px;padding:6px 0;border-bottom:1px solid var(--line);font-size:12px;line-height:17px}
.spots li>strong{text-align:right;font-size:13px}
.spots .move{color:var(--our-text)}
.said li{font-size:12px;line-height:17px;padding:4px 0;border-bottom:1px solid var(--line)}
.price-chart .panel{margin-top:4px}
.price-chart text{font-size:11px;fill:var(--ink2)}
.axis{height:18px}
.verticals{display:flex;flex-wrap:wrap;gap:4px 16px;font-size:12px;line-height:17px}
.verticals li{padding-left:14px;position:relative;display:flex;gap:6px}
.verticals li::before{content:"";position:absolute;left:4px;top:1px;height:14px;border-left:2px solid var(--ink)}
.verticals .nash::before{border-left:2px dashed var(--our)}
.verticals .best::before{border-left:2px dashed var(--for2)}
.verticals .zone::before{left:0;width:10px;border:0;background:color-mix(in srgb,var(--our) 25%,var(--sf))}
.heat{border-collapse:separate;border-spacing:2px}
.heat td{text-align:center;padding:3px 4px;min-width:40px;font-size:12px;color:var(--ink)}
.heat tbody th{font-size:12px;padding-right:8px}
.heat thead th{text-align:center;padding:0 4px;vertical-align:bottom}
.heat thead th:first-child{text-align:left}
.live{padding-bottom:64px}
.live .verdict{position:relative}
.live.computing .verdict::after{content:"";position:absolute;left:0;right:0;bottom:-1px;height:2px;background:var(--focus)}
.live.computing .chance::after{content:"…";display:inline-block;width:0}
.live .layout:not(.layout-list){position:relative;overflow:hidden}
.live .layout>svg{user-select:none;-webkit-user-select:none;touch-action:pan-y;overflow:hidden}
.live .layout>svg.moving{overflow:visible;will-change:transform}
.waiting>svg{visibility:hidden}
.live section{position:relative}
.save{position:absolute;right:8px;top:6px;z-index:1;text-align:right}
.live .verdict .save{top:auto;bottom:4px}
.live .map .save{position:static}
.live .map .save[open]{position:absolute;right:0;bottom:0}
.save>summary{list-style:none;color:var(--ink3);min-width:24px;text-align:center;padding:2px 0;line-height:20px}
.save>summary::-webkit-details-marker{display:none}
.save[open]{background:var(--sf);border:1px solid var(--line2);border-radius:6px;padding:4px}
.faults{padding:12px 20px}
.faults li{padding:4px 0}
.live .layout>svg:focus-visible{outline-offset:-2px}
.person{cursor:pointer;outline:none}
.person .needle{pointer-events:none}
.tie,.reporting{cursor:pointer}
.tie:hover path:last-child,.reporting:hover{stroke:var(--focus);stroke-opacity:.25}
.chosen .person:not(.near),.chosen .tie:not(.near),.chosen [data-group^=tie-number]:not(.near){opacity:.3}
.focus-ring{fill:none;stroke:var(--focus);stroke-width:2;pointer-events:none}
.tie-drag{fill:none;stroke:var(--infl);stroke-width:3;stroke-dasharray:4 4;pointer-events:none}
.as-filed{display:none;font-size:11px;line-height:15px;color:var(--ag2);margin:0 0 4px}
.changed .as-filed{display:block}
.button,.what-if button,.tools button,.menu button,.save button,.find{height:28px;min-width:28px;padding:0 10px;border:1px solid var(--line2);border-radius:6px;background:var(--sf);color:var(--ink);font:inherit;font-size:12px}
.button,.what-if button,.tools button,.menu button,.save button{cursor:pointer}
.what-if button:disabled{color:var(--ink3);cursor:default}
.live .map{padding-bottom:44px}
.tools{position:absolute;right:18px;bottom:8px;z-index:2;display:flex;gap:4px;align-items:center}
.find{width:130px}
.full-screen,.leave{display:none}
.live .map.full{position:fixed;inset:0 0 56px;display:flex;flex-direction:column;width:auto;height:auto;margin:0;border:0;padding:8px 12px;overflow:hidden;background:var(--sf);color:var(--ink)}
.full h2{display:none}
.full>header{padding-right:52px}
.full .leave{display:block;position:absolute;right:12px;top:8px}
.full>.layout{flex:1;min-height:0}
.full>.layout-list{overflow-y:auto}
.full.map>.layout>svg{width:100%;height:100%;touch-action:none}
.full>.tools{position:static;flex-wrap:wrap}
.full .full-screen,.full .save{display:none!important}
.unheard{color:var(--ag2)}
.menu{position:absolute;z-index:3;display:flex;flex-direction:column;gap:4px;padding:8px;background:var(--sf);border:1px solid var(--line2);border-radius:6px;font-size:12px}
.menu button{text-align:left}
.menu button[aria-current=true],.menu button:focus-visible{outline:2px solid var(--focus);outline-offset:1px}
.what-if{position:fixed;z-index:4;left:0;right:0;bottom:0;min-height:48px;display:flex;align-items:center;gap:12px;padding:6px 20px;background:var(--sf);border-top:1px solid var(--line2)}
.what-if strong{font-weight:650;white-space:nowrap}
.what-if .hint{color:var(--ink2);font-size:12px;min-width:0}
.what-if .result{white-space:nowrap;display:flex;gap:8px;align-items:baseline}
.what-if .result b{font-size:16px;font-weight:650}
.what-if .result small{white-space:nowrap}
.what-if ul{display:flex;gap:6px;overflow-x:auto;flex:1 1 120px;min-width:0;padding:2px}
.what-if li{display:flex;align-items:center;gap:2px;border:1px solid var(--line2);border-radius:6px;padding:0 0 0 8px;white-space:nowrap;font-size:12px;max-width:440px;flex:none}
.what-if li bdi{overflow:hidden;text-overflow:ellipsis}
.what-if li button{border:0;background:none;padding:0 6px;min-width:28px;color:var(--ink2)}
.what-if li .how{color:var(--for2)}
.what-if .do{display:flex;gap:6px;margin-left:auto;flex:none}
.what-if .trouble{color:var(--ag2);font-size:12px}
.what-if .opener{display:none}
.what-if.what-if:popover-open{position:fixed;inset:auto 0 0;width:auto;margin:0;border-width:1px 0 0;color:var(--ink)}
)css";

/// Of what a report alone has, and of the page of all deals.
inline constexpr const char* report_rules = R"css(
.top{display:flex;align-items:center;gap:12px;min-height:48px;padding:4px 20px;background:var(--sf);border-bottom:1px solid var(--line)}
.top .deal{display:none;flex:1;min-width:0;align-items:baseline;flex-wrap:wrap;gap:2px 12px}
.top .account{font-size:15px;font-weight:650;line-height:20px}
.top .fact{color:var(--ink2);border-left:1px solid var(--line2);padding-left:12px;font-size:12px}
.top bdi{max-width:40ch;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;display:inline-block;vertical-align:bottom}
.records th,.records td:nth-child(2){overflow-wrap:normal}
.records td,.records th{font-size:12px;line-height:17px;padding:3px 10px 3px 0;border-bottom:1px solid var(--line);vertical-align:top}
.records td:nth-child(3){min-width:52px}
.method p+p{margin-top:6px}
.method{font-size:12px;line-height:17px}
.portfolio{background:var(--bg)}
.portfolio .verdict{grid-template-columns:minmax(0,1fr) 470px;background:var(--sf)}
.distributions{display:grid;gap:12px}
.won h3{margin:0}
.filters{padding:12px 20px}
.filters .switch{display:inline-flex;flex-wrap:wrap}
.deals{background:var(--sf);border-top:1px solid var(--line);min-width:980px}
.deals td,.deals th{padding:6px 10px;border-bottom:1px solid var(--line);vertical-align:middle}
.deals tbody tr{height:56px}
.deals tbody th{position:static;font-weight:600}
.deals tbody tr{position:relative}
.deals tbody th a::after{content:"";position:absolute;inset:0}
.deals tbody tr:hover{background:var(--sf2)}
.deals th small,.deals td small,.deals td strong{display:block}
.deals thead th{font-size:11px;color:var(--ink2)}
.deals thead button{border:0;padding:0;background:none;color:inherit;font:inherit;text-align:inherit;cursor:pointer;min-height:24px}
.deals [aria-sort=descending]::after{content:" ↓"}
.deals [aria-sort=ascending]::after{content:" ↑"}
.portfolio .deals tr[hidden]{display:none}
.deals thead th:nth-child(2),.deals thead th:nth-child(6),.deals thead th:nth-child(8),.deals thead th:nth-child(9){text-align:right}
.deals .wide{width:210px}
.deals .strip{width:130px}
.deals .worth{width:130px;text-align:right}
.deals .step{max-width:220px;font-size:12px;line-height:17px}
.deals tfoot td,.deals tfoot th{background:var(--sf2);font-weight:600}
.stacked text{font-size:11px}
)css";

inline constexpr const char* narrow_rules = R"css(
@container (max-width:1199px){
.verdict{grid-template-columns:minmax(0,1fr) 400px}
.widens{grid-column:1/-1;max-width:400px}
.body{grid-template-columns:minmax(0,1fr)}
.map{border-bottom:1px solid var(--line);align-self:stretch}
.rail{border:0;display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr)}
.rail>.why{grid-row:span 2;border-right:1px solid var(--line)}
.rail>.card{grid-column:1/-1}
.below{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}
.below>section{border-top:1px solid var(--line)}
}
@container (max-width:859px){.verdict,.portfolio .verdict{grid-template-columns:minmax(0,1fr);gap:16px}}
@container (max-width:600px){
h1{font-size:20px;line-height:26px}
.verdict,.map,.rail>section,.rail>article,.below>section{padding-left:12px;padding-right:12px}
.rail,.below{grid-template-columns:minmax(0,1fr)}
.rail>.why,.below>section{border-right:0}
.layout>svg{max-width:none}
.outcomes .wide{width:40%}
.waterfall .fall{grid-template-columns:92px minmax(40px,1fr) 52px}
.apart{margin-left:24px}
.people thead,.people td:nth-child(2),.people td:nth-child(5){display:none}
.switch label{flex:none;min-width:44px;height:44px;line-height:44px}
.map .switch{flex:0 1 auto;max-width:100%;overflow-x:auto}
details>summary{min-height:44px;line-height:36px}
.waterfall summary.fall{min-height:44px}
.tools button,.menu button,.save button{height:44px;min-width:44px}
.lever{grid-template-columns:minmax(70px,110px) minmax(60px,1fr) 84px;min-height:44px}
.lever input[type]{min-height:44px}
.live .layout:not(.layout-list)>svg{max-width:100%}
.live .map{padding-bottom:64px}
.live .verdict{padding-bottom:28px}
.tools .full-screen{display:block}
.tools{left:12px;right:12px;flex-wrap:wrap;justify-content:flex-end}
.live .map:not(.full) .zoom{display:none}
.find{flex:1 1 90px;width:90px;height:44px}
.dials select{height:44px}
.card .close,.button{height:44px;min-width:44px;line-height:42px}
.card .out{right:64px;line-height:20px}
.save>summary{min-width:44px}
.people tbody tr{position:relative;height:60px}
.people th a::after{content:"";position:absolute;inset:0}
}
@media (pointer:coarse){.switch label{min-width:44px;height:44px;line-height:44px}}
@media (forced-colors:active){svg{forced-color-adjust:auto}}
@media (prefers-reduced-motion:reduce){*{transition:none!important;animation:none!important}}
)css";

inline constexpr const char* paper_rules = R"css(
@media print{
.page,.what-if{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.switch,.close,.no-print,.tools,.menu,.save,.levers,.price-lever,.out{display:none!important}
.live{padding:0}
.what-if.what-if{position:static;display:block;border:0;padding:8px 0}
.what-if button,.what-if .hint{display:none}
.what-if ul,.what-if li{display:block;border:0;max-width:none}
.what-if.what-if:not(:has(li)){display:none}
.verdict{grid-template-columns:minmax(0,1fr);gap:8px;padding:8px 0}
.body,.rail{display:block}
.map{border:0;padding:8px 0}
.map>header{display:none}
.rail>section,.below>section{padding:8px 0;border-right:0;break-inside:avoid}
.below{display:block}
.rail{border:0;display:grid;grid-template-columns:1fr 1fr;gap:16px}
.rail>.why{grid-row:span 2}
.card{display:block;break-before:page;grid-column:1/-1;padding:0}
.layout text{stroke:none}
details::details-content{content-visibility:visible;display:block}
section,article,tr,li{break-inside:avoid}
}
)css";

/// Of a report's sheets.
inline constexpr const char* sheet_rules = R"css(
@page{size:A4 portrait;margin:12mm}
@media print{
body{background:#fff;-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
)css";

/// The top bar and the page of all deals on a phone.
inline constexpr const char* narrow_report_rules = R"css(
@media screen and (max-width:600px){
.top{flex-wrap:wrap}
.top .deal{flex-basis:100%}
.top .switch label{min-width:44px;height:44px;line-height:44px}
}
@container (max-width:600px){
.deals{min-width:0}
.deals thead,.deals tfoot{display:none}
.deals tbody tr{display:grid;grid-template-columns:1fr auto;padding:8px 2px;height:auto;border-bottom:1px solid var(--line)}
.deals td,.deals th{border:0;padding:2px 10px;display:block;width:auto}
.deals .wide,.deals .step{grid-column:1/-1;width:auto;max-width:none}
.deals .strip,.deals .award,.deals td:nth-child(8){display:none}
}
)css";

/// The bar of a what-if on a phone.
inline constexpr const char* narrow_bar = R"css((max-width:600px){
.what-if{min-height:56px;flex-wrap:wrap;padding:5px 12px;gap:4px 8px}
.what-if .result{flex-direction:column;gap:0}
.what-if .hint{flex:1 1 0;font-size:11px;line-height:15px}
.what-if button,.what-if li button{height:44px;min-width:44px}
.what-if .opener{display:block;margin-left:auto}
.what-if .opener~.do{margin-left:0}
.what-if:not(.open) ul,.what-if:not(.open) .later{display:none}
.what-if.open ul{order:-1;flex:1 0 100%;flex-direction:column;max-height:50vh;overflow:hidden auto}
.what-if li{max-width:100%;flex:none}
.what-if li bdi{flex:1;white-space:normal}
.what-if.open .do{flex-wrap:wrap;flex-shrink:1}
}
)css";

/// The tokens of one ground as custom properties.
[[nodiscard]] inline std::string custom_properties(bool dark) {
    std::string text;
    for (const picture::Token& token : picture::tokens) text += "--" + std::string(token.name) + ":" + std::string(dark ? token.dark : token.light) + ";";
    return text;
}

/// Which layout, and in which language of a page, is the chosen one.
[[nodiscard]] inline std::string shown_layouts() {
    std::string text;
    for (const char* language : {"zh", "en"})
        for (const char* layout : {"hierarchy", "influence", "power_stance", "zipper", "list"}) text += ".map:has(#" + std::string(language) + "-" + layout + ":checked) .layout-" + layout + "{display:block}\n";
    return text;
}

/// Cells of a table of shares, by twentieths: numbers stay readable on either ground.
[[nodiscard]] inline std::string heat_steps() {
    std::string text;
    const auto heat = [](double share) { return "color-mix(in srgb,var(--our) " + std::to_string(share).substr(0, 4) + "%,var(--sf2))"; };
    for (int step = 0; step <= 20; ++step) text += ".heat-" + std::to_string(step) + "{background:light-dark(" + heat(3 * step) + "," + heat(2.5 * step) + ")}\n";
    return text;
}

}  // namespace detail

BUYGRAPH_HEAVY std::string style() {
    const std::string light = detail::custom_properties(false), dark = detail::custom_properties(true);
    std::string text = ":root{color-scheme:light dark;" + light + "}\n@media screen and (prefers-color-scheme:dark){:root:not(:has(#theme-light:checked)){" + dark + "}}\n@media screen{:root:has(#theme-dark:checked){color-scheme:dark;" + dark + "}:root:has(#theme-light:checked){color-scheme:light}}\n";
    for (const char* language : {"zh", "en"}) {
        const std::string checked = std::string("body:has(#language-") + language + ":checked) ", own = std::string("[data-language=") + language + "]";
        text += checked + ".page" + own + "{display:block}" + checked + ".deal" + own + "{display:flex}\n";
        for (const char* filter : {"soon", "veto", "uncoached", "stale"}) text += ".portfolio:has(#" + std::string(language) + "-filter-" + filter + ":checked) tbody tr:not(.is-" + filter + "){display:none}\n";
    }
    return text + detail::heat_steps() + detail::shown_layouts() + detail::rules + detail::report_rules + detail::narrow_rules + detail::narrow_report_rules + detail::paper_rules + detail::sheet_rules + "@media screen and " + detail::narrow_bar;
}

BUYGRAPH_HEAVY std::string component_style() {
    const std::string light = detail::custom_properties(false), dark = detail::custom_properties(true);
    std::string text = ":host{display:block;container-type:inline-size;color-scheme:light dark;" + light + "}\n@media screen and (prefers-color-scheme:dark){:host(:not([theme=light])){" + dark + "}}\n@media screen{:host([theme=dark]){color-scheme:dark;" + dark + "}:host([theme=light]){color-scheme:light}}\n";
    text += detail::heat_steps() + detail::shown_layouts() + ".page.page{display:block}.what-if.what-if{position:sticky}.live.live{padding-bottom:0}\n";
    std::string rules = detail::rules;
    constexpr std::string_view body = "\nbody{";
    rules.replace(rules.find(body), body.size(), "\n:host{");
    return text + rules + detail::narrow_rules + detail::paper_rules + "@container " + detail::narrow_bar;
}

}  // namespace buygraph::page

#endif
