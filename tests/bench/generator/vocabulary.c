/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "vocabulary.h"

const Term vocabulary_tiers[] = {
  [TIER_COUNTY_CENTRE] = { "county_centre", "县级指导中心" },
  [TIER_TOWNSHIP_STATION] = { "township_station", "乡镇（街道）社工站" },
  [TIER_COMMUNITY_ROOM] = { "community_room", "村（社区）社工室" },
};

const Term vocabulary_statuses[] = {
  [STATUS_PLANNED] = { "planned", "计划" },
  [STATUS_BUILDING] = { "building", "在建" },
  [STATUS_OPERATING] = { "operating", "运行" },
  [STATUS_CLOSED] = { "closed", "撤销" },
};

const Term vocabulary_grades[N_GRADES] = {
  [GRADE_NONE] = { "none", "无" },
  [GRADE_ASSISTANT] = { "assistant", "助理社会工作师" },
  [GRADE_INTERMEDIATE] = { "intermediate", "社会工作师" },
  [GRADE_SENIOR] = { "senior", "高级社会工作师" },
};

const Term vocabulary_sources[N_SOURCES] = {
  [SOURCE_CENTRAL] = { "central", "中央" },
  [SOURCE_PROVINCIAL] = { "provincial", "省级" },
  [SOURCE_PREFECTURAL] = { "prefectural", "市级" },
  [SOURCE_COUNTY] = { "county", "县级" },
  [SOURCE_WELFARE_LOTTERY] = { "welfare_lottery", "福彩公益金" },
  [SOURCE_CHARITY] = { "charity", "慈善资金" },
  [SOURCE_OTHER] = { "other", "其他" },
};

const Term vocabulary_purposes[N_PURPOSES] = {
  { "station_building", "站点建设" },
  { "service_purchase", "购买服务" },
  { "training", "培训" },
  { "incentives", "考证奖励" },
  { "stipends", "职业津贴" },
  { "incubation", "孵化培育" },
  { "community_fund", "社区基金" },
  { "other", "其他" },
};

const Term vocabulary_stages[] = {
  [STAGE_BUDGETED] = { "budgeted", "预算" },
  [STAGE_ALLOCATED] = { "allocated", "下达" },
  [STAGE_SPENT] = { "spent", "支出" },
};

const Term vocabulary_kinds[N_KINDS] = {
  [KIND_HOUSEHOLD_VISIT] = { "household_visit", "入户走访" },
  [KIND_CASE] = { "case", "个案" },
  [KIND_GROUP] = { "group", "小组" },
  [KIND_COMMUNITY_ACTIVITY] = { "community_activity", "社区活动" },
  [KIND_VOLUNTEER] = { "volunteer", "志愿服务" },
};

static const Term station_columns[] = {
  { "station_id", "站点编号" },
  { "name", "站点名称" },
  { "tier", "层级" },
  { "region_code", "行政区划代码" },
  { "status", "状态" },
  { "opened_on", "启用日期" },
  { "closed_on", "撤销日期" },
  { "operator", "承接机构" },
  { "staff_count", "配备人数" },
};

static const Term person_columns[] = {
  { "person_id", "人员编号" },
  { "name", "姓名" },
  { "grade", "职业水平等级" },
  { "certificate_no", "证书编号" },
  { "certified_on", "取证日期" },
  { "registration_expires_on", "登记有效期至" },
  { "assistant_on", "取得助理社会工作师证书日期" },
  { "intermediate_on", "取得社会工作师证书日期" },
  { "senior_on", "取得高级社会工作师证书日期" },
  { "education_hours", "继续教育学时" },
  { "station_id", "所在站点编号" },
  { "region_code", "行政区划代码" },
  { "employer_kind", "单位类别" },
};

static const Term funding_columns[] = {
  { "entry_id", "序号" },
  { "year", "年度" },
  { "region_code", "行政区划代码" },
  { "source", "资金来源" },
  { "purpose", "用途" },
  { "amount_yuan", "金额（元）" },
  { "stage", "资金阶段" },
};

static const Term service_columns[] = {
  { "year", "年度" },
  { "month", "月份" },
  { "station_id", "站点编号" },
  { "kind", "服务类型" },
  { "count", "次数" },
  { "person_times", "服务人次" },
};

const RegisterForm vocabulary_stations = {
  "stations", "社工站点", station_columns, G_N_ELEMENTS (station_columns)
};
const RegisterForm vocabulary_personnel = {
  "personnel", "社会工作专业人才", person_columns, G_N_ELEMENTS (person_columns)
};
const RegisterForm vocabulary_funding = {
  "funding", "社会工作资金", funding_columns, G_N_ELEMENTS (funding_columns)
};
const RegisterForm vocabulary_services = {
  "services", "社工站服务", service_columns, G_N_ELEMENTS (service_columns)
};
