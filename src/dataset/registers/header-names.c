/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/header-names.h"

#include <string.h>

#include "dataset/registers/register-text.h"

typedef struct {
  const char *table;
  const char *column;
  gboolean required; /* of a file; what the dataset wants besides is filled in */
  const char *names; /* separated by blanks */
} ColumnNames;

#define REGION_CODE_NAMES \
  "行政区划代码 区划代码 行政区划编码 区划编码 行政区划码 区划码 行政区代码 所在区划代码 所属区划代码 所在行政区划代码 " \
  "所属行政区划代码 区划编号 地区代码 divisioncode"
#define STATION_ID_NAMES \
  "站点编号 站点id 站点代码 站点编码 站点号 社工站编号 社工站id 社工站代码 社工站编码 stationcode stationnumber"

/* In folded form. No name stands for two columns of one table. A document and a figure have no short names such as 编号: any
 * table that lacks a column could be taken for a list of documents. */
static const ColumnNames columns[] = {
  { "stations", "station_id", TRUE, STATION_ID_NAMES " 编号 编码 代码" },
  { "stations", "name", TRUE, "站点名称 社工站名称 社工站点名称 站名 名称 站点 stationname" },
  { "stations", "tier", TRUE, "层级 站点层级 站点级别 社工站层级 级别" },
  { "stations", "region_code", TRUE, REGION_CODE_NAMES },
  { "stations", "status", TRUE, "状态 站点状态 运行状态 运营状态 建设状态 运行情况" },
  { "stations", "opened_on", FALSE, "启用日期 启用时间 启用年月 投入使用日期 投入使用时间 投入运行日期 投入运行时间" },
  { "stations", "closed_on", FALSE, "撤销日期 撤销时间 关闭日期 关闭时间" },
  { "stations", "operator", FALSE, "承接机构 承接单位 承接机构名称 承接单位名称 承接社会组织 运营机构 运营单位 operatedby" },
  { "stations", "staff_count", FALSE,
    "配备人数 配备人员数 配备人员 配备社工人数 配备社工数 工作人员数 工作人员人数 人员数 驻站人数 驻站社工人数 驻站社工数 staff" },

  { "personnel", "person_id", TRUE, "人员编号 人员id 人员编码 人员代码 社工编号 编号 编码 personnumber" },
  { "personnel", "name", TRUE, "姓名 人员姓名 社工姓名" },
  { "personnel", "grade", TRUE,
    "职业水平等级 职业水平级别 职业水平 职业资格等级 证书等级 证书级别 资格等级 持证等级 持证级别 等级 级别" },
  { "personnel", "certificate_no", FALSE,
    "证书编号 证书号 证书号码 资格证书编号 资格证书号 职业水平证书编号 职业资格证书编号 certificatenumber" },
  { "personnel", "certified_on", FALSE,
    "取证日期 取证时间 取证年月 发证日期 发证时间 取得证书日期 取得证书时间 证书取得日期 证书取得时间" },
  { "personnel", "registration_expires_on", FALSE,
    "登记有效期至 登记有效期 登记有效期截止 登记有效期截止日期 登记证书有效期至 登记证书有效期 登记到期日期 登记到期时间 "
    "登记截止日期 有效期至 registrationvaliduntil" },
  { "personnel", "assistant_on", FALSE, "取得助理级日期 assistantsince" },
  { "personnel", "intermediate_on", FALSE, "取得中级日期 intermediatesince" },
  { "personnel", "senior_on", FALSE, "取得高级日期 seniorsince" },
  { "personnel", "education_hours", FALSE, "继续教育学时 继续教育学时数 继续教育小时数 继续教育课时 继续教育时长 学时 hoursofcontinuingeducation" },
  { "personnel", "station_id", FALSE,
    "所在站点编号 所属站点编号 所在站点id 所属站点id 所在站点代码 所在社工站编号 所属社工站编号 " STATION_ID_NAMES },
  { "personnel", "region_code", TRUE, REGION_CODE_NAMES },
  { "personnel", "employer_kind", FALSE, "单位类别 单位类型 单位性质 工作单位类别 工作单位类型 工作单位性质 所在单位类别 kindofemployer" },

  { "funding", "region_code", TRUE, REGION_CODE_NAMES },
  { "funding", "year", TRUE, "年度 年份 年 资金年度 预算年度" },
  { "funding", "entry_id", TRUE, "序号 编号 条目编号 资金编号 台账编号 流水号 记录编号 entrynumber" },
  { "funding", "source", TRUE, "资金来源 来源 经费来源 资金渠道 sourceoffunds" },
  { "funding", "purpose", TRUE, "用途 资金用途 经费用途 支出用途 使用方向" },
  { "funding", "amount_yuan", TRUE, "金额 资金金额 资金额 经费金额 资金数额 amount" },
  { "funding", "stage", FALSE, "资金阶段 阶段 stageoffunds" },

  { "services", "station_id", TRUE, STATION_ID_NAMES " 所在站点编号 所属站点编号" },
  { "services", "year", TRUE, "年度 年份 年 服务年度 服务年份" },
  { "services", "month", TRUE, "月份 月 服务月份" },
  { "services", "kind", TRUE, "服务类型 服务类别 服务种类 服务方式 类型 类别 servicekind servicetype" },
  { "services", "count", TRUE, "次数 服务次数 开展次数 times" },
  { "services", "person_times", TRUE, "服务人次 服务人次数 人次 人次数" },

  { "organisations", "org_id", TRUE,
    "机构编号 组织编号 社会组织编号 机构代码 统一社会信用代码 社会信用代码 统一信用代码 信用代码 登记证号 organisationnumber" },
  { "organisations", "name", TRUE, "机构名称 组织名称 社会组织名称 单位名称 名称" },
  { "organisations", "org_kind", TRUE, "机构类别 机构类型 组织类别 组织类型 社会组织类别 kindoforganisation" },
  { "organisations", "registration_type", FALSE, "登记类型 登记类别 登记形式 法人类型 registeredas" },
  { "organisations", "region_code", TRUE, REGION_CODE_NAMES },
  { "organisations", "registered_on", FALSE, "登记日期 登记时间 成立日期 成立时间 注册日期 注册时间 备案日期 备案时间" },
  { "organisations", "closed_on", FALSE, "注销日期 注销时间 撤销日期 撤销时间" },
  { "organisations", "incubator", FALSE, "入驻孵化基地 孵化基地 孵化中心 入驻孵化中心 所在孵化基地" },
  { "organisations", "employees", FALSE, "从业人数 从业人员数 工作人员数 专职人员数 专职人数 人员数" },

  { "projects", "region_code", TRUE, REGION_CODE_NAMES },
  { "projects", "year", TRUE, "年度 年份 年 项目年度 立项年度 实施年度" },
  { "projects", "project_id", TRUE, "项目编号 项目代码 项目序号 合同编号 projectnumber" },
  { "projects", "name", TRUE, "项目名称 服务项目名称 服务项目 项目 名称" },
  { "projects", "project_stage", TRUE, "项目阶段 项目状态 实施阶段 项目进度 进展 进展情况 stageoftheproject" },
  { "projects", "programme", FALSE, "所属计划 所属项目 项目类别 项目类型 计划名称 所属专项" },
  { "projects", "buyer", FALSE, "购买方 购买单位 购买主体 采购单位 采购方 委托方 委托单位 甲方" },
  { "projects", "provider", FALSE, "承接机构 承接单位 承接方 承接主体 服务机构 中标机构 中标单位 乙方" },
  { "projects", "amount_yuan", FALSE, "项目金额 合同金额 项目资金 项目经费 中标金额 金额 amount" },
  { "projects", "starts_on", FALSE, "开始日期 开始时间 起始日期 起始时间 启动日期 启动时间 合同起始日期" },
  { "projects", "ends_on", FALSE, "结束日期 结束时间 截止日期 截止时间 终止日期 结项日期 结项时间 合同截止日期" },

  { "training", "region_code", TRUE, REGION_CODE_NAMES },
  { "training", "year", TRUE, "年度 年份 年 培训年度" },
  { "training", "class_id", TRUE, "班次编号 培训编号 培训班编号 班级编号 班次 期次 classnumber" },
  { "training", "name", TRUE, "培训班名称 培训名称 班次名称 培训班 培训项目 名称" },
  { "training", "topic", TRUE, "培训主题 培训类别 培训类型 培训内容 主题" },
  { "training", "mode", FALSE, "培训方式 培训形式 授课方式 方式" },
  { "training", "organiser", FALSE, "主办单位 举办单位 组织单位 承办单位" },
  { "training", "held_on", FALSE, "举办日期 举办时间 培训日期 培训时间 开班日期 开班时间" },
  { "training", "trainees", TRUE, "参训人次 参训人数 培训人次 培训人数 参加人数 参加人次 参训人次数" },
  { "training", "cost_yuan", FALSE, "培训经费 经费 培训费用 费用 经费支出 cost" },

  { "posts", "post_id", TRUE, "岗位编号 岗位代码 岗位序号 postnumber" },
  { "posts", "institution", TRUE, "设岗单位 用人单位 所在单位 单位名称 设岗机构" },
  { "posts", "category", TRUE, "岗位类别 岗位类型 岗位性质 categoryofpost" },
  { "posts", "sector", FALSE, "所属系统 系统 所属部门 所属行业" },
  { "posts", "region_code", TRUE, REGION_CODE_NAMES },
  { "posts", "post_count", TRUE, "岗位数 岗位数量 设岗数 设岗数量 岗位个数 posts" },
  { "posts", "filled_count", FALSE, "在岗人数 在岗人员数 已聘人数 聘用人数 filledposts" },
  { "posts", "set_up_on", FALSE, "设岗日期 设岗时间 设置日期 设置时间 设立日期" },
  { "posts", "closed_on", FALSE, "撤销日期 撤销时间 撤岗日期 撤岗时间" },

  { "policies", "region_code", TRUE, REGION_CODE_NAMES },
  { "policies", "year", TRUE, "年度 年份 年 发文年度 发布年度 发文年份" },
  { "policies", "document_no", TRUE, "文号 发文字号 文件编号 文件文号 标准号 标准编号 文号标准号 documentnumber" },
  { "policies", "title", TRUE, "文件名称 标题 文件标题 名称 政策名称 标准名称" },
  { "policies", "document_kind", TRUE, "文件类别 文件类型 文件种类 类别 kindofdocument" },
  { "policies", "issuer", TRUE, "发文机关 发文单位 发布单位 发布机关 发布机构 制定机关 制定单位 印发单位" },
  { "policies", "subject", FALSE, "主题 文件主题 政策主题 内容主题 涉及领域" },
  { "policies", "joint_issuers", FALSE, "联合发文部门数 联合发文单位数 发文部门数 联合部门数" },
  { "policies", "issued_on", FALSE, "发文日期 发文时间 印发日期 印发时间 发布日期 发布时间" },
  { "policies", "repealed_on", FALSE, "废止日期 废止时间 失效日期 失效时间" },

  { "incentives", "region_code", TRUE, REGION_CODE_NAMES },
  { "incentives", "year", TRUE, "年度 年份 年 奖补年度 发放年度" },
  { "incentives", "batch_id", TRUE, "批次编号 奖补批次 发放批次 批次 批次号 batchnumber" },
  { "incentives", "payment", TRUE, "奖补类型 奖补类别 奖补方式 补贴类型 补贴类别 发放类型 kindofpayment" },
  { "incentives", "grade", TRUE, "职业水平等级 职业水平级别 证书等级 证书级别 持证等级 等级 级别" },
  { "incentives", "recipients", TRUE, "奖补人数 发放人数 领取人数 受奖人数 享受人数 补贴人数 人数" },
  { "incentives", "amount_yuan", TRUE, "奖补金额 发放金额 奖励金额 补贴金额 金额 amount" },
  { "incentives", "rate_yuan", FALSE, "奖补标准 奖励标准 补贴标准 津贴标准 发放标准 标准 rate" },
  { "incentives", "paid_on", FALSE, "发放日期 发放时间 拨付日期 拨付时间" },

  { "funds", "fund_id", TRUE, "基金编号 基金代码 基金序号 fundnumber" },
  { "funds", "name", TRUE, "基金名称 专项基金名称 社区基金名称 名称" },
  { "funds", "holder", TRUE, "设立主体 设立主体类别 基金类别 基金类型 设立层级 setupby" },
  { "funds", "region_code", TRUE, REGION_CODE_NAMES },
  { "funds", "set_up_on", FALSE, "设立日期 设立时间 成立日期 成立时间" },
  { "funds", "closed_on", FALSE, "撤销日期 撤销时间 终止日期 终止时间 注销日期" },
  { "funds", "manager", FALSE, "管理机构 管理单位 托管机构 代管机构 受托慈善组织 managedby" },
  { "funds", "start_up_yuan", FALSE, "启动资金 初始资金 原始资金 startupmoney" },
  { "funds", "raised_yuan", FALSE, "筹集金额 累计筹集金额 募集金额 累计募集金额 累计收入 raised" },
  { "funds", "spent_yuan", FALSE, "支出金额 累计支出金额 使用金额 累计使用金额 累计支出 spent" },

  { "inspections", "station_id", TRUE, STATION_ID_NAMES " 被检站点编号 受检站点编号" },
  { "inspections", "inspected_on", TRUE,
    "检查日期 检查时间 督查日期 督查时间 督导检查日期 巡查日期 巡查时间 评估日期 评估时间 考核日期 考核时间" },
  { "inspections", "region_code", TRUE, REGION_CODE_NAMES },
  { "inspections", "score", FALSE, "得分 检查得分 评估得分 考核得分 评分 分数 总分" },
  { "inspections", "staff_count", FALSE, "在岗人数 实际在岗人数 在岗社工人数 现场在岗人数 staff" },
  { "inspections", "problems", FALSE, "问题数 问题数量 发现问题数 问题个数 整改问题数" },
  { "inspections", "linkage_elements", FALSE, "五社要素数 五社联动要素数 五社联动要素 联动要素数" },
  { "inspections", "result", FALSE, "结论 检查结论 检查结果 评估结果 评估等次 评估等级 考核结果 考核等次 等次" },
  { "inspections", "inspector", FALSE, "检查单位 检查组 检查人 检查部门 评估机构 评估单位 督查单位 inspectedby" },

  { "figures", "figure_id", FALSE, "数据编号" },
  { "figures", "source_id", TRUE, "来源编号 资料来源编号" },
  { "figures", "region_code", TRUE, REGION_CODE_NAMES },
  { "figures", "indicator_id", TRUE, "指标编号 指标代码 指标" },
  { "figures", "dimensions", FALSE, "维度 分组" },
  { "figures", "value", TRUE, "数值 值" },
  { "figures", "qualifier", FALSE, "限定 限定词" },
  { "figures", "unit", TRUE, "单位 计量单位" },
  { "figures", "period", FALSE, "时期 期间 年度 年份" },
  { "figures", "as_of", FALSE, "截至日期 截止日期 时点" },
  { "figures", "printed", FALSE, "原文 原文数字 原文表述" },
  { "figures", "status", FALSE, "状态" },
  { "figures", "note", FALSE, "备注 说明 注" },

  { "sources", "source_id", TRUE, "来源编号 资料来源编号" },
  { "sources", "title", TRUE, "标题 文件标题 文件名称 题名" },
  { "sources", "publisher", FALSE, "发布机构 发布单位 发文机关 发文单位" },
  { "sources", "published_on", FALSE, "发布日期 发布时间 发文日期" },
  { "sources", "as_of", FALSE, "截至日期 截止日期 时点" },
  { "sources", "as_of_basis", FALSE, "截至日期依据 时点依据" },
  { "sources", "kind", FALSE, "来源类别 来源类型" },
  { "sources", "address", FALSE, "网址 链接 地址" },
};

/* Where a table has region_code. 市县区 and the like are words for "county-level", not paths. */
static const char *const places[ATLAS_N_PLACES] = {
  [ATLAS_PLACE_PROVINCE] = "省 省份 省市区 省区市 省自治区直辖市 所在省 所属省 所在省份 province",
  [ATLAS_PLACE_PREFECTURE] = "市 地市 市州 州市 地级市 市州盟 地州市 市地州 市地州盟 设区市 设区的市 所在市 所属市 prefecture",
  [ATLAS_PLACE_COUNTY] =
    "县 区县 县区 县市区 市县区 区市县 县区市 市区县 县市 县市区旗 旗县 旗县区 旗县市区 所在县 所属县 所在县区 所属县区 "
    "所在区县 所属区县 所在县市区 所属县市区 county",
  [ATLAS_PLACE_TOWNSHIP] =
    "乡镇 乡镇街道 街道 街道乡镇 镇街 镇街道 乡镇街 乡镇街道办 所在乡镇 所属乡镇 所在乡镇街道 所属乡镇街道 所在街道 所属街道 "
    "township",
  [ATLAS_PLACE_NAME] =
    "行政区划 区划 所属区划 所在区划 所属行政区划 所在行政区划 所属地区 所在地区 地区 所在地 所属地 "
    "region division regionname divisionname",
};

/* What a bracket behind a name may hold that changes nothing. */
static const char *const harmless[] = {
  "必填", "选填", "可选", "如有", "若有", "格式", "例如", "例:", "如:", "全称", "6位", "9位", "12位", "填写", "下拉", "选择", "yyyy",
  "年月", "文本", "required", "optional", "ifany",
};

/* How a header says that the date of a grade's certificate is meant. */
static const char *const certificate_dates[] = {
  "取得各级证书日期", "取得各级证书时间", "各级证书取得日期", "各级证书取得时间", "各级取证日期", "各级取证时间", "取证日期",
  "取证时间", "取证年月", "取得证书日期", "取得证书时间", "取得日期", "取得时间", "证书取得日期", "证书取得时间", "证书日期",
  "发证日期", "发证时间",
};

static const struct { const char *column; const char *words[4]; } grades[] = {
  { "assistant_on", { "助理社会工作师", "助理社工师", "助理", "初级" } },
  { "senior_on", { "高级社会工作师", "高级社工师", "高级" } },
  { "intermediate_on", { "中级社会工作师", "社会工作师", "社工师", "中级" } },
};

/* Each name of one table, folded, with what it means: its column + 1, or −1 − its place. */
static void
add_names (GHashTable *meanings,
           const char *names,
           int         meaning)
{
  g_auto (GStrv) list = g_strsplit (names, " ", -1);

  for (char **name = list; *name != NULL; name++)
    {
      g_assert (!g_hash_table_contains (meanings, *name));
      g_hash_table_insert (meanings, g_steal_pointer (name), GINT_TO_POINTER (meaning));
    }
}

/* 县（市、区）名称 is 县（市、区）, also where 名称 stands below it. */
static void
add_place_names (GHashTable        *meanings,
                 AtlasPlaceColumn   place)
{
  g_auto (GStrv) list = g_strsplit (places[place], " ", -1);

  for (char **name = list; *name != NULL; name++)
    {
      g_autofree char *both = g_strconcat (*name, " ", *name, "名称", NULL);

      add_names (meanings, both, -1 - (int) place);
    }
}

static const ColumnNames *
find_names (const AtlasTableDefinition *table,
            guint                       column)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (strcmp (columns[i].table, table->name) == 0 &&
        strcmp (columns[i].column, table->columns[column].name) == 0)
      return &columns[i];
  return NULL;
}

static GHashTable *
make_meanings (const AtlasTableDefinition *table)
{
  GHashTable *meanings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) id = g_string_new (NULL);

  for (guint i = 0; i < table->n_columns; i++)
    {
      const ColumnNames *names = find_names (table, i);

      if (names == NULL)
        continue;
      atlas_register_text_fold (names->column, g_string_truncate (id, 0));
      add_names (meanings, id->str, (int) i + 1);
      add_names (meanings, names->names, (int) i + 1);
    }
  for (int i = 0; i < ATLAS_N_PLACES && atlas_table_definition_find_column (table, "region_code") >= 0; i++)
    add_place_names (meanings, i);
  return meanings;
}

static GHashTable *
get_meanings (const AtlasTableDefinition *table)
{
  static GHashTable *meanings[ATLAS_N_TABLES];
  GHashTable **own = &meanings[table - atlas_table_definitions];

  if (g_once_init_enter (own))
    g_once_init_leave (own, make_meanings (table));
  return *own;
}

static gboolean
is_certificate_date (const char *text,
                     gsize       length)
{
  for (guint i = 0; i < G_N_ELEMENTS (certificate_dates); i++)
    if (strlen (certificate_dates[i]) == length && strncmp (text, certificate_dates[i], length) == 0)
      return TRUE;
  return FALSE;
}

/* 高级取证日期, 取得高级证书日期, or 取得各级证书日期 with 高级 below it. */
static gboolean
is_date_of_grade (const char *word,
                  const char *grade)
{
  gsize length = strlen (word), grade_length = strlen (grade);
  const char *middle = strstr (word, grade);

  if (g_str_has_prefix (word, grade) && is_certificate_date (word + grade_length, length - grade_length))
    return TRUE;
  if (middle != NULL && middle > word)
    {
      g_autofree char *start = g_strndup (word, (gsize) (middle - word));
      g_autofree char *rest = g_strconcat (start, middle + grade_length, NULL);

      if (is_certificate_date (rest, strlen (rest)))
        return TRUE;
    }
  return g_str_has_suffix (word, grade) && is_certificate_date (word, length - grade_length);
}

static int
find_date_of_grade (const AtlasTableDefinition *table,
                    const char                 *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    for (guint j = 0; j < G_N_ELEMENTS (grades[i].words) && grades[i].words[j] != NULL; j++)
      if (is_date_of_grade (word, grades[i].words[j]))
        return atlas_table_definition_find_column (table, grades[i].column);
  return -1;
}

/* WORD as it stands. */
static gboolean
find_word (const AtlasTableDefinition *table,
           const char                 *word,
           AtlasHeaderMatch           *out)
{
  int meaning = GPOINTER_TO_INT (g_hash_table_lookup (get_meanings (table), word));

  *out = (AtlasHeaderMatch) { .column = MAX (meaning, 0) - 1, .place = MAX (-meaning, 0) - 1 };
  if (meaning == 0 && strcmp (table->name, "personnel") == 0)
    out->column = find_date_of_grade (table, word);
  return out->column >= 0 || out->place >= 0;
}

/* Whether numbers of KIND can be in UNIT. */
static gboolean
fits (AtlasColumnKind        kind,
      const AtlasColumnUnit *unit)
{
  if (kind == ATLAS_COLUMN_MONEY)
    return unit->measure != ATLAS_MEASURE_OTHER;
  if (kind == ATLAS_COLUMN_QUANTITY || kind == ATLAS_COLUMN_HOURS)
    return unit->measure != ATLAS_MEASURE_MONEY;
  return unit->exponent == 0 && unit->measure == ATLAS_MEASURE_OTHER;
}

static gboolean
is_harmless (const char *note)
{
  for (guint i = 0; i < G_N_ELEMENTS (harmless); i++)
    if (strstr (note, harmless[i]) != NULL)
      return TRUE;
  return note[0] == '\0';
}

/* Takes NOTE, what stands behind a name, into the match. */
static gboolean
take_note (const AtlasTableDefinition *table,
           const char                 *note,
           AtlasHeaderMatch           *out)
{
  AtlasColumnUnit unit;

  if (!atlas_column_unit_parse (note, &unit))
    return is_harmless (note);
  if (out->column < 0 || !fits (table->columns[out->column].kind, &unit))
    return FALSE;
  out->has_unit = TRUE;
  out->unit = unit;
  return TRUE;
}

/* A name with something in brackets at its end: 金额(万元). */
static gboolean
find_with_brackets (const AtlasTableDefinition *table,
                    const char                 *word,
                    AtlasHeaderMatch           *out)
{
  const char *bracket = strchr (word, '(');
  g_autofree char *name = NULL, *note = NULL;

  if (bracket == NULL || !g_str_has_suffix (word, ")"))
    return FALSE;
  name = g_strndup (word, bracket - word);
  note = g_strndup (bracket + 1, strlen (bracket) - 2);
  return find_word (table, name, out) && take_note (table, note, out);
}

static gboolean
ends_with_unit (const char *word)
{
  static const char *const ends[] = { "元", "万", "亿", "人", "次", "时", "yuan", "rmb" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (word, ends[i]))
      return TRUE;
  return FALSE;
}

/* A name with a unit right behind it: 金额万元. */
static gboolean
find_with_unit (const AtlasTableDefinition *table,
                const char                 *word,
                AtlasHeaderMatch           *out)
{
  AtlasColumnUnit unit;

  if (!ends_with_unit (word))
    return FALSE;
  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    {
      g_autofree char *name = g_strndup (word, at - word);

      if (at > word && atlas_column_unit_parse (*at == ':' ? at + 1 : at, &unit) && find_word (table, name, out) &&
          take_note (table, *at == ':' ? at + 1 : at, out))
        return TRUE;
    }
  return FALSE;
}

static void
drop_brackets (const char *word,
               GString    *out)
{
  for (; *word != '\0'; word++)
    if (*word != '(' && *word != ')')
      g_string_append_c (out, *word);
}

static gboolean
find_folded (const AtlasTableDefinition *table,
             const char                 *word,
             AtlasHeaderMatch           *out)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  drop_brackets (word, joined);
  return find_with_brackets (table, word, out) || find_word (table, word, out) ||
         find_word (table, joined->str, out) || find_with_unit (table, word, out);
}

/* An English id says its unit. */
static void
name_unit (const AtlasTableDefinition *table,
           const char                 *word,
           AtlasHeaderMatch           *match)
{
  if (match->column >= 0 && table->columns[match->column].kind == ATLAS_COLUMN_MONEY && g_str_has_suffix (word, "yuan"))
    {
      match->has_unit = TRUE;
      match->unit = (AtlasColumnUnit) { ATLAS_MEASURE_MONEY, 0 };
    }
}

gboolean
atlas_header_names_find (const AtlasTableDefinition *table,
                         const char                 *group,
                         const char                 *text,
                         AtlasHeaderMatch           *out)
{
  g_autoptr (GString) word = g_string_new (NULL);

  if (group != NULL)
    atlas_register_text_fold (group, word);
  atlas_register_text_fold (text, word);
  while (g_str_has_suffix (word->str, ":"))
    g_string_truncate (word, word->len - 1);
  if (!find_folded (table, word->str, out))
    {
      *out = (AtlasHeaderMatch) { .column = -1, .place = -1 };
      return FALSE;
    }
  name_unit (table, word->str, out);
  return TRUE;
}

gboolean
atlas_header_names_is_required (const AtlasTableDefinition *table,
                                guint                       column)
{
  const ColumnNames *names = find_names (table, column);

  return names != NULL && names->required;
}
