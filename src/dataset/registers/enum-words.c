/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/enum-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/language.h"
#include "dataset/registers/register-names.h"
#include "dataset/registers/register-text.h"

/* In folded form, without brackets, separated by blanks. 区级 is in no list: it is the autonomous region's in one place and the
 * district's in another. */
#define ASSISTANT_WORDS \
  "助理社会工作师 助理社工师 助理 助理级 初级 初级社工师 初级社会工作师 助理社会工作师初级 初级助理社会工作师 assistantsocialworker"
#define INTERMEDIATE_WORDS \
  "社会工作师 社工师 中级 中级社工师 中级社会工作师 社会工作师中级 中级社会工作师职称 socialworkerintermediate socialworker"
#define SENIOR_WORDS "高级社会工作师 高级社工师 高级 高级社会工作师高级 seniorsocialworker"
#define OTHER_WORDS "其他 其它"

static const struct { const char *table, *column, *id, *words; } words[] = {
  { "stations", "tier", "county_centre",
    "县级指导中心 县级 县级中心 县级社工中心 县级社工指导中心 县级社会工作指导中心 县级社会工作服务指导中心 县级社会工作服务中心 "
    "县市区级 县区级 区县级 县市区社工中心 县市区社工指导中心 县市区指导中心 县市区社会工作指导中心 "
    "县市区社会工作服务指导中心 县市区社会工作服务中心 县区指导中心 区县指导中心 指导中心 社工指导中心 社工中心 县级总站 "
    "countycenter countyguidancecenter county countyguidancecentre" },
  { "stations", "tier", "township_station",
    "乡镇街道社工站 乡镇级 乡镇街道级 街道级 镇街级 乡级 镇级 乡镇社工站 街道社工站 镇街社工站 乡镇街道社会工作服务站 "
    "乡镇社会工作服务站 街道社会工作服务站 乡镇街道社会工作站 乡镇街道站 乡镇站 街道站 社工站 社会工作服务站 乡镇街道 乡镇 "
    "街道 township" },
  { "stations", "tier", "community_room",
    "村社区社工室 村级 社区级 村社区级 村居级 村社工室 社区社工室 村居社工室 村居社区社工室 村社区社会工作服务室 "
    "社区社会工作服务室 村社区社会工作室 社工室 社会工作服务室 村社区 村居 community" },
  { "stations", "status", "planned", "计划 计划中 计划建设 规划 规划中 拟建 待建 筹建 筹建中" },
  { "stations", "status", "building", "在建 建设中 正在建设 underconstruction" },
  { "stations", "status", "operating",
    "运行 在运行 正在运行 运行中 已运行 投入运行 运营 在运营 正在运营 运营中 已运营 投入运营 正常 正常运行 正常运营 启用 已启用 在用" },
  { "stations", "status", "closed", "撤销 已撤销 关闭 已关闭 撤并 已撤并" },

  { "personnel", "grade", "none", "无 无证 无证书 未持证 未取证 未取得 未取得证书 没有 nocertificate" },
  { "personnel", "grade", "assistant", ASSISTANT_WORDS },
  { "personnel", "grade", "intermediate", INTERMEDIATE_WORDS },
  { "personnel", "grade", "senior", SENIOR_WORDS },

  { "funding", "source", "central", "中央 中央级 中央资金 中央财政 中央财政资金 中央补助 中央补助资金 国家级 centralgovernment" },
  { "funding", "source", "provincial",
    "省级 省 省级资金 省级财政 省级财政资金 省财政 省级补助 省级补助资金 自治区级 自治区级资金 自治区财政 自治区级财政 "
    "自治区级财政资金 直辖市级 provincialgovernment" },
  { "funding", "source", "prefectural",
    "市级 市级资金 市级财政 市级财政资金 市财政 市级补助资金 地市级 地级 州级 市州级 地市级资金 地市级财政 州级资金 州级财政 盟市级 prefecturalgovernment" },
  { "funding", "source", "county",
    "县级 县级资金 县级财政 县级财政资金 县财政 县区级 区县级 县市区级 县区级资金 区县级资金 县市区级资金 县区级财政 区县级财政 "
    "县市区级财政 县市区 旗县级 旗县区级 countygovernment" },
  { "funding", "source", "welfare_lottery",
    "福彩公益金 福利彩票公益金 彩票公益金 福彩 福彩资金 福彩公益金资金 彩票公益金资金 福利彩票 welfarelotteryfund" },
  { "funding", "source", "charity", "慈善资金 慈善 慈善捐赠 慈善捐款 慈善捐赠资金 慈善基金" },
  { "funding", "source", "other", "其他 其它 其他资金 其它资金 其他来源 其它来源" },
  { "funding", "purpose", "station_building", "站点建设 社工站建设 社工站点建设 站点建设费 建站 场地建设" },
  { "funding", "purpose", "service_purchase", "购买服务 政府购买服务 政府购买 服务购买 购买社工服务 购买社会工作服务" },
  { "funding", "purpose", "training", "培训 培训费 人才培训 人员培训 教育培训 培训经费" },
  { "funding", "purpose", "incentives", "考证奖励 取证奖励 持证奖励 考试奖励 证书奖励 考证补贴 考证补助 certificateincentives" },
  { "funding", "purpose", "stipends", "职业津贴 津贴 持证津贴 社工津贴 专业津贴 occupationalallowances" },
  { "funding", "purpose", "incubation", "孵化培育 孵化 培育 培育孵化 孵化培育费 机构孵化 组织孵化" },
  { "funding", "purpose", "community_fund", "社区基金 社区公益基金 社区专项基金 社区慈善基金 communityfunds" },
  { "funding", "purpose", "other", "其他 其它 其他用途 其它用途" },
  { "funding", "stage", "budgeted", "预算 预算安排 年初预算 已预算" },
  { "funding", "stage", "allocated", "下达 已下达 资金下达" },
  { "funding", "stage", "spent", "支出 已支出 实际支出" },

  { "services", "kind", "household_visit", "入户走访 入户 走访 入户探访 探访 走访探访 入户访视 家访 householdvisits" },
  { "services", "kind", "case", "个案 个案服务 个案工作 个案辅导 个案管理 individualcase individualcases" },
  { "services", "kind", "group", "小组 小组活动 小组工作 小组服务 groupwork" },
  { "services", "kind", "community_activity", "社区活动 社区服务活动 communityactivities" },
  { "services", "kind", "volunteer", "志愿服务 志愿者服务 志愿活动 志愿服务活动 志愿 volunteerservice" },

  { "organisations", "org_kind", "social_work_org",
    "社会工作服务机构 社工服务机构 社工机构 社会工作机构 民办社工机构 民办社会工作服务机构 社会工作服务组织 socialworkserviceorganisation" },
  { "organisations", "org_kind", "community_social_org",
    "社区社会组织 社区组织 备案社区社会组织 社区备案组织 communitysocialorganisation" },
  { "organisations", "org_kind", "org_federation",
    "社区社会组织联合会 社会组织联合会 联合会 federationofcommunityorganisations" },
  { "organisations", "org_kind", "social_work_association",
    "社会工作行业协会 社会工作协会 社会工作者协会 社工协会 行业协会 社会工作联合会" },
  { "organisations", "org_kind", "other", OTHER_WORDS " 其他社会组织 其它社会组织" },
  { "organisations", "registration_type", "association", "社会团体 社团" },
  { "organisations", "registration_type", "private_non_enterprise",
    "民办非企业单位 民办非企业 民非 社会服务机构 社会服务机构民办非企业单位 民办非企业单位社会服务机构 privatenonenterpriseunit" },
  { "organisations", "registration_type", "foundation", "基金会" },

  { "projects", "project_stage", "planned", "计划 计划中 立项 已立项 申报 申报中 拟立项 待立项" },
  { "projects", "project_stage", "tendering", "招标 招标中 采购中 采购 招投标 招标采购" },
  { "projects", "project_stage", "running", "实施 实施中 正在实施 在实施 执行中 进行中 在建 运行 运行中" },
  { "projects", "project_stage", "completed", "结项 已结项 完成 已完成 完结 已完结 验收 已验收 结题" },
  { "projects", "project_stage", "terminated", "终止 已终止 中止 撤销 取消" },
  { "projects", "programme", "government_purchase", "政府购买服务 政府购买 购买服务 governmentpurchaseofservices" },
  { "projects", "programme", "three_areas_plan", "三区计划 三区社工人才计划 三区社会工作人才计划" },
  { "projects", "programme", "hand_in_hand", "牵手计划 社会工作服务机构牵手计划 handinhandplan" },
  { "projects", "programme", "double_hundred", "双百计划 双百工程 doublehundredplan" },
  { "projects", "programme", "five_party_linkage", "五社联动" },
  { "projects", "programme", "three_party_linkage", "三社联动" },
  { "projects", "programme", "public_welfare_venture", "公益创投 公益创投项目 社创杯" },
  { "projects", "programme", "community_fund", "社区基金 社区治理专项基金 社区专项基金 社区慈善基金 communityfunds" },
  { "projects", "programme", "minor_protection", "未成年人保护 未保 protectionofminors" },

  { "training", "topic", "exam_preparation", "考前培训 考前辅导 职业水平考试培训 社工考试培训" },
  { "training", "topic", "social_worker_skills", "社工能力提升 能力提升 实务能力 实务能力提升 业务能力提升 继续教育 岗位培训" },
  { "training", "topic", "social_work_in_party_school", "社会工作进党校 社工进党校 进党校 党校培训 socialworkinpartyschools" },
  { "training", "topic", "supervision", "督导 督导培训 督导人才培训 督导能力" },
  { "training", "topic", "policy_and_law", "政策法规 政策 法律法规 政策法规培训" },
  { "training", "topic", "other", OTHER_WORDS " 其他主题 其它主题" },
  { "training", "mode", "offline", "线下 面授 现场 集中培训 线下培训 inperson" },
  { "training", "mode", "online", "线上 网络 网络培训 线上培训 远程" },

  { "posts", "category", "professional_technical", "专业技术岗位 专业技术岗 专技岗位 专技岗 professionalandtechnicalpost" },
  { "posts", "category", "public_institution", "事业单位岗位 事业单位 事业岗位 事业编岗位 postinapublicinstitution" },
  { "posts", "category", "social_work_org_employed",
    "社会工作服务机构聘用 社工机构聘用 机构聘用 机构岗位 社工机构岗位 employedbyasocialworkorganisation" },
  { "posts", "category", "township_and_community_hired",
    "乡镇街道社区聘用 乡镇社区聘用 乡镇聘用 社区聘用 街道聘用 购买服务聘用 hiredbyatownshiporcommunity" },
  { "posts", "sector", "civil_affairs", "民政系统 民政" },
  { "posts", "sector", "education", "教育系统 教育" },
  { "posts", "sector", "health", "卫生健康系统 卫生健康 卫健 卫健系统 卫生系统 医疗" },
  { "posts", "sector", "justice", "司法行政系统 司法行政 司法 司法系统" },
  { "posts", "sector", "other", OTHER_WORDS " 其他系统 其它系统" },

  { "policies", "document_kind", "policy", "政策文件 政策 文件 规范性文件 政策性文件 policydocument" },
  { "policies", "document_kind", "standard", "地方标准 标准 团体标准 行业标准 localstandard" },
  { "policies", "subject", "station_building", "站点建设 社工站建设 阵地建设" },
  { "policies", "subject", "posts", "岗位开发 岗位设置 岗位开发设置 postdevelopment" },
  { "policies", "subject", "talent", "人才队伍建设 人才队伍 人才培养 队伍建设 personneldevelopment" },
  { "policies", "subject", "rewards", "激励保障 激励 薪酬待遇 薪酬保障 待遇保障 incentivesandpay" },
  { "policies", "subject", "service_purchase", "购买服务 政府购买服务 资金保障 资金" },
  { "policies", "subject", "training", "培训 教育培训 人才培训" },
  { "policies", "subject", "service_norms", "服务规范 服务标准 服务流程 服务管理" },
  { "policies", "subject", "linkage", "五社联动 三社联动 联动机制 partylinkage" },
  { "policies", "subject", "other", OTHER_WORDS " 其他主题 其它主题 综合" },

  { "incentives", "payment", "one_off", "一次性奖励 一次性 一次性考证奖励 考证奖励 取证奖励 持证奖励 一次性奖补 oneoffincentive" },
  { "incentives", "payment", "allowance", "职业津贴 津贴 岗位津贴 月津贴 持证津贴 职业补贴 occupationalallowance" },
  { "incentives", "grade", "assistant", ASSISTANT_WORDS },
  { "incentives", "grade", "intermediate", INTERMEDIATE_WORDS },
  { "incentives", "grade", "senior", SENIOR_WORDS },

  { "funds", "holder", "urban_community", "城市社区 社区 居委会" },
  { "funds", "holder", "rural_community", "农村社区 农村社区村 村 行政村 村委会 village" },
  { "funds", "holder", "township", "乡镇街道 乡镇 街道 镇 乡镇街道级 townshiporstreet" },

  { "inspections", "result", "excellent", "优秀 优 优良 excellent" },
  { "inspections", "result", "qualified", "合格 达标 良好 良 通过 pass passed" },
  { "inspections", "result", "to_rectify", "整改 限期整改 需整改 待整改 基本合格 基本达标 需要整改 toberectified" },
  { "inspections", "result", "unqualified", "不合格 不达标 未达标 未通过 差 notqualified fail failed" },

  { "figures", "qualifier", "exact", "精确 准确" },
  { "figures", "qualifier", "about", "约 大约 左右" },
  { "figures", "qualifier", "nearly", "近 接近 将近" },
  { "figures", "qualifier", "at_least", "至少 不少于 以上 余 多 超 超过 ≥" },
  { "figures", "qualifier", "at_most", "至多 不超过 不到 不足 以下 ≤" },
  { "figures", "status", "A", "正常" },
  { "figures", "status", "E", "估计" },
  { "figures", "status", "U", "可靠性低" },
  { "figures", "status", "M", "缺失" },
  { "sources", "as_of_basis", "printed", "原文载明 载明" },
  { "sources", "as_of_basis", "inferred", "推断" },
  { "sources", "kind", "official", "官方 政府 官方文件" },
  { "sources", "kind", "institution", "机构" },
  { "sources", "kind", "press", "媒体 新闻 报刊" },
  { "sources", "kind", "secondary", "二手 二手资料 转引" },
};

/* Whether WORD, of LENGTH bytes, is one of LIST; OUT is where, in LIST. */
static const char *
find_word (const char *list,
           const char *word,
           gsize       length)
{
  for (const char *at = list; (at = strstr (at, word)) != NULL; at += length)
    if ((at == list || at[-1] == ' ') && (at[length] == '\0' || at[length] == ' '))
      return at;
  return NULL;
}

/* The id itself, as an interned text: the list of the column is one text for all. */
static const char *
find_id (const AtlasColumn *column,
         const char        *text)
{
  gsize length = strlen (text);

  return length > 0 && strchr (text, ' ') == NULL && find_word (column->detail, text, length) != NULL
           ? g_intern_string (text)
           : NULL;
}

static gboolean
is_id (const char    *id,
       const GString *folded)
{
  g_autoptr (GString) other = g_string_new (NULL);

  atlas_register_text_fold (id, other);
  return g_string_equal (other, folded);
}

static void
drop_brackets (GString *text)
{
  gsize n = 0;

  for (gsize i = 0; i < text->len; i++)
    if (text->str[i] != '(' && text->str[i] != ')')
      text->str[n++] = text->str[i];
  g_string_truncate (text, n);
}

const char *
atlas_enum_words_find (const AtlasTableDefinition *table,
                       guint                       column,
                       const char                 *text)
{
  const AtlasColumn *definition = &table->columns[column];
  const char *id = find_id (definition, text);
  g_autoptr (GString) folded = NULL;

  if (id != NULL)
    return id;
  folded = g_string_new (NULL);
  atlas_register_text_fold (text, folded);
  drop_brackets (folded);
  if (folded->len == 0)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i].table, table->name) == 0 && strcmp (words[i].column, definition->name) == 0 &&
        (find_word (words[i].words, folded->str, folded->len) != NULL || is_id (words[i].id, folded)))
      return words[i].id;
  return NULL;
}

/* What ID is called on screen; where it has no name there, the first of its Chinese words for who reads Chinese, else itself. */
static char *
dup_word (const AtlasTableDefinition *table,
          const AtlasColumn          *column,
          const char                 *id)
{
  const char *title = atlas_word_get_title (column, id);

  if (strcmp (title, id) != 0 || atlas_language_current () != ATLAS_LANGUAGE_CHINESE)
    return g_strdup (title);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i].table, table->name) == 0 && strcmp (words[i].column, column->name) == 0 &&
        strcmp (words[i].id, id) == 0)
      return g_strndup (words[i].words, strcspn (words[i].words, " "));
  return g_strdup (id);
}

char *
atlas_enum_words_dup_list (const AtlasTableDefinition *table,
                           guint                       column)
{
  const AtlasColumn *definition = &table->columns[column];
  g_auto (GStrv) ids = g_strsplit (definition->detail, " ", -1);
  GString *list = g_string_new (NULL);

  for (char **id = ids; *id != NULL; id++)
    {
      g_autofree char *word = dup_word (table, definition, *id);

      g_string_append_printf (list, "%s%s", list->len > 0 ? C_("between words", "; ") : "", word);
    }
  return g_string_free (list, FALSE);
}
