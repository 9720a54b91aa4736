/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/sheet.h"
#include "row-dump.h"

/* Opens a file of tests/data/sheets, whose content stands in the README there. */
static AtlasWorkbook *
open_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "sheets", name, NULL);
  g_autoptr (GError) error = NULL;
  AtlasWorkbook *workbook = atlas_workbook_open (path, NULL, NULL, &error);

  g_assert_no_error (error);
  return workbook;
}

static void
check_file (AtlasWorkbook *workbook,
            guint          sheet,
            const char    *expected)
{
  g_autoptr (GString) dump = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_workbook_read_sheet (workbook, sheet, row_dump, dump, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (dump->str, ==, expected);
}

static void
test_stations_ods (void)
{
  g_autoptr (AtlasWorkbook) workbook = open_file ("stations.ods");

  g_assert_cmpuint (atlas_workbook_get_n_sheets (workbook), ==, 1);
  check_file (workbook, 0,
              "1:同心县社工站（室）名录|^同心县社工站（室）名录|^同心县社工站（室）名录|^同心县社工站（室）名录"
              "|^同心县社工站（室）名录|^同心县社工站（室）名录|^同心县社工站（室）名录\n"
              "2:站点编号|站点名称|层级|行政区划代码|运行情况|^运行情况|配备人数\n"
              "3:^站点编号|^站点名称|^层级|^行政区划代码|状态|启用日期|^配备人数\n"
              "4:TX-01|豫海镇社工站|乡镇（街道）社工站|豫海镇|运行|@2021-05-01|=4\n"
              "5:TX-02|西苑社区社工室|村（社区）社工室|^豫海镇|运行|@2021-05-01|=1\n"
              "6:TX-03|新华社区社工室|村（社区）社工室|^豫海镇|计划||无\n"
              "7:TX-04|河西镇社工站|乡镇（街道）社工站|河西镇|运行|@2022-01-10|3人\n"
              "8:TX-05|兴隆乡社工站|乡镇（街道）社工站|=640324204|运行|2022-1-10|2人\n"
              "9:TX-06|韦州镇社工站|中心站|韦州镇|运行|@2022-01-10|=2\n"
              "10:TX-01|豫海镇社工站（重复）|乡镇（街道）社工站|豫海镇|运行|@2021-05-01|=4\n"
              "11:合计||||||=16\n");
}

#define PERSONNEL_TITLE "利通区持证社会工作者名册（2023年）"
#define PERSONNEL_TITLES "|^" PERSONNEL_TITLE "|^" PERSONNEL_TITLE "|^" PERSONNEL_TITLE

static void
test_personnel_ods (void)
{
  g_autoptr (AtlasWorkbook) workbook = open_file ("personnel.ods");

  g_assert_cmpuint (atlas_workbook_get_n_sheets (workbook), ==, 2);
  g_assert_false (atlas_workbook_get_sheet (workbook, 0)->hidden);
  g_assert_cmpstr (atlas_workbook_get_sheet (workbook, 1)->name, ==, "字典");
  g_assert_true (atlas_workbook_get_sheet (workbook, 1)->hidden);
  check_file (workbook, 1, "1:社会工作师\n2:助理社会工作师\n3:高级社会工作师\n");
  check_file (workbook, 0,
              "2:|" PERSONNEL_TITLE PERSONNEL_TITLES PERSONNEL_TITLES PERSONNEL_TITLES "\n"
              "3:|人员编号|姓名|职业水平等级|证书编号|取证日期|登记有效期至|继续教育学时|所在站点编号|行政区划代码|单位类别\n"
              "4:|LT0001|马晓梅|社会工作师|=20196400123456|@2019-10-20|@2025-10-31|=90|LT-01|=640302100|社会服务机构\n"
              "5:|LT0002|杨建国|助理社会工作师|20206400045678|2020/12/1|2026-12-31|48|^LT-01|=640302100000|社会服务机构\n"
              "6:|LT0003|李文静|助理社会工作师|20216400078901|2021.8.8|2024年8月31日|=36.5|^LT-01|640302100|社会服务机构\n"
              "9:|LT0004|丁海燕|高级社会工作师|20186400000012|2018年7月6日|=20270705|=120|LT-02|=6403021|机关事业单位\n"
              "10:|LT0005|王  磊|助理社会工作师|/|=45000|—|=0|LT-02|利通区|村（社区）\n"
              "11:|LT0006|哈晓\n燕|无|无|N/A|||LT-02|=640302|村（社区）\n"
              "12:|LT0007|马　强|社会工作师|20226400033333|2023-02-30|2028-12-31|=10|LT-01|=640302100|社会服务机构\n"
              "13:|合计|7人|||||=256.5\n"
              "14:|注：继续教育学时按自然年累计。\n");
}

#define FUNDING_TITLE "盐池县社会工作经费明细表"
#define FUNDING_TITLES "|^" FUNDING_TITLE "|^" FUNDING_TITLE "|^" FUNDING_TITLE

static void
test_funding_ods (void)
{
  g_autoptr (AtlasWorkbook) workbook = open_file ("funding.ods");

  check_file (workbook, 0,
              "3:||" FUNDING_TITLE FUNDING_TITLES FUNDING_TITLES "|^" FUNDING_TITLE "\n"
              "4:||序号|年度|行政区划|资金来源|用途|金额（元）|资金阶段|占比\n"
              "5:||=1|=2023|盐池县|中央|购买服务|=1234567.89|预算|=0.4\n"
              "6:||=2|=2023|盐池县|县级|孵化培育|50,000.00|下达|=0.016\n"
              "7 hidden:||=3|=2023|花马池镇|慈善资金|社区基金|１２，０００|支出|=0.004\n"
              "8:||=4|=2023|花马池镇|慈善资金|社区基金|=-300|支出\n"
              "9:||=5|=2023|银川市|其他|其他|!#DIV/0!|支出\n"
              "10:||总计|||||=1234567.89||=1\n");
  check_file (workbook, 1,
              "1:序号|年度|行政区划代码|资金来源|用途|金额（元）\n"
              "2:=1|=2022|=640323|省级|站点建设|=300000\n");
}

static void
test_services_fods (void)
{
  g_autoptr (AtlasWorkbook) workbook = open_file ("services.fods");

  check_file (workbook, 0,
              "1:红寺堡镇社工站2023年服务记录|^红寺堡镇社工站2023年服务记录|^红寺堡镇社工站2023年服务记录"
              "|^红寺堡镇社工站2023年服务记录|^红寺堡镇社工站2023年服务记录|^红寺堡镇社工站2023年服务记录\n"
              "2:年度|月份|站点编号|服务类型|次数|服务人次\n"
              "3:=2023|=1|HSB-003|入户走访|=42|=42\n"
              "4:^=2023|^=1|^HSB-003|个案|=3|=11\n"
              "5:^=2023|=2|^HSB-003|入户走访|1,036|1,036\n"
              "6:^=2023|^=2|^HSB-003|小组|=4|=56\n"
              "7:^=2023|^=2|^HSB-003|社区活动|２|１２０\n"
              "8:^=2023|3|^HSB-003|志愿服务|=6|80余\n"
              "12:合计|^合计|^合计|^合计|=55\n"
              "13:说明：服务人次按到场人数统计。\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-files/stations.ods", test_stations_ods);
  g_test_add_func ("/sheet-files/personnel.ods", test_personnel_ods);
  g_test_add_func ("/sheet-files/funding.ods", test_funding_ods);
  g_test_add_func ("/sheet-files/services.fods", test_services_fods);
  return g_test_run ();
}
