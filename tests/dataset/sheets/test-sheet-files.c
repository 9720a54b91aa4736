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

#define STATIONS_TITLE "红寺堡区社会工作站点登记表"
#define STATIONS_TITLES "|^" STATIONS_TITLE "|^" STATIONS_TITLE "|^" STATIONS_TITLE
#define OFFICE "填报单位：红寺堡区民政局        填报日期：2023年12月31日"
#define OFFICES "|^" OFFICE "|^" OFFICE "|^" OFFICE
#define NOTE "注：1.配备人数为在岗人数，不含志愿者。\n    2.在建站点不填启用日期。"
#define NOTES "|^" NOTE "|^" NOTE "|^" NOTE

static void
test_stations_xlsx (void)
{
  g_autoptr (AtlasWorkbook) workbook = open_file ("stations.xlsx");

  g_assert_cmpuint (atlas_workbook_get_n_sheets (workbook), ==, 2);
  g_assert_cmpstr (atlas_workbook_get_sheet (workbook, 0)->name, ==, "站点登记表");
  g_assert_false (atlas_workbook_get_sheet (workbook, 0)->hidden);
  g_assert_true (atlas_workbook_get_sheet (workbook, 1)->hidden);
  check_file (workbook, 1, "1:本表由县级民政部门填报。\n2:站点编号|不得重复\n");
  check_file (workbook, 0,
              "1:" STATIONS_TITLE STATIONS_TITLES STATIONS_TITLES STATIONS_TITLES "\n"
              "2:" OFFICE OFFICES OFFICES OFFICES "\n"
              "3:序号|站点编号|站点名称|层级|乡镇（街道）|行政区划代码|状态|启用日期|配备人数|承接机构\n"
              "4:=1|HSB-001|红寺堡区社会工作指导中心|县级指导中心||=640303|运行|@2021-06-18|=5|向日葵社会工作服务中心\n"
              "5:=2|HSB-002|新民街道社工站|乡镇（街道）社工站|新民街道|=640303001|运行|2021.9.1|=3|向日葵社会工作服务中心\n"
              "6:=3|HSB-003|红寺堡镇社工站|乡镇（街道）社工站|红寺堡镇|=640303100|运行|@2021-10-08|4|红石榴社会工作服务中心\n"
              "7:=4|HSB-004|弘德村社工室|村（社区）社工室|^红寺堡镇|^=640303100|运行|2022年3月15日|=2|^红石榴社会工作服务中心\n"
              "8:=5|HSB-005|团结村社工室|村（社区）社工室|^红寺堡镇|^=640303100|在建||—|^红石榴社会工作服务中心\n"
              "9:小计|^小计|^小计|^小计|^小计|^小计|^小计|^小计|=10\n"
              "10:=6|HSB-006|太阳山镇社工站|乡镇（街道）社工站|太阳山镇|=640303101|运行|=20211115|=3|红石榴社会工作服务中心\n"
              "11 hidden:=7|HSB-007|大河乡社工站|乡镇（街道）社工站|大河乡|=640303200|撤销|2021-11-20|=0|无\n"
              "12:=8|HSB-008|新庄集乡社工站|乡镇（街道）社工站|新庄集乡|=640303201|运行|=44562|=2|红石榴社会工作服务中心\n"
              "13:=9|HSB-009|柳泉乡社工站|乡镇（街道）社工站|柳泉乡|６４０３０３２０２|运行|2022/5/1|３|/\n"
              "14:合计|^合计|^合计|^合计|^合计|^合计|^合计|^合计|=15\n"
              "15:" NOTE NOTES NOTES NOTES "\n");
}

#define BOOK_TITLE "吴忠市社会工作资金台账"
#define BOOK_TITLES "|^" BOOK_TITLE "|^" BOOK_TITLE "|^" BOOK_TITLE
#define REMARK "备注：本表金额以拨付文件为准。"
#define REMARKS "|^" REMARK "|^" REMARK "|^" REMARK

static void
test_funding_xlsx (void)
{
  g_autoptr (AtlasWorkbook) workbook = open_file ("funding.xlsx");

  check_file (workbook, 0,
              "1:" BOOK_TITLE BOOK_TITLES BOOK_TITLES "|^" BOOK_TITLE "\n"
              "2:|||||||单位：万元\n"
              "3:序号|年度|县（市、区）|^县（市、区）|资金|^资金|^资金|备注\n"
              "4:^序号|^年度|名称|行政区划代码|资金来源|用途|金额|^备注\n"
              "5:=1|=2023|利通区|=640302|中央|站点建设|=120\n"
              "6:=2|^=2023|^利通区|^=640302|省级|购买服务|82.4万\n"
              "7:=3|^=2023|^利通区|^=640302|福彩公益金|培训|=35.6|彩票公益金\n"
              "8:小计|^小计|^小计|^小计|^小计|^小计|=238\n"
              "9:=4|=2023|红寺堡区|=640303|县级|职业津贴|1,234.50|含补发\n"
              "10:=5|=2023|红寺堡区|=640303|慈善资金|社区基金|３．５\n"
              "11:小计|^小计|^小计|^小计|^小计|^小计|=1238\n"
              "12:=6|2022年|同心县|=640324|市级|考证奖励|600余万\n"
              "13:=7|=2022|同心县|=640324|其他|其他|—|未到账\n"
              "14:合计|^合计|^合计|^合计|^合计|^合计|=1393.6\n"
              "15:" REMARK REMARKS REMARKS "|^" REMARK "\n");
}

static void
test_personnel_xlsx (void)
{
  g_autoptr (AtlasWorkbook) workbook = open_file ("personnel.xlsx");

  check_file (workbook, 0,
              "1:人员 编号|姓名|职业水平等级|证书编号|取得各级证书日期|^取得各级证书日期|^取得各级证书日期|登记有效期至|行政区划代码\n"
              "2:||||助理|中级|高级\n"
              "3:YC001|张海龙|社会工作师|20176400000001|@2014-10-01|@2017-10-01||@2026-12-31|=64032310\n"
              "4:YC002|刘芳|助理社会工作师|20206400000002|@2020-12-15|||@2025-12-31|=640323101001\n"
              "5:YC003|官静|高级社会工作师|20196400000003|2011/10/1|2014/10/1|2019/9/30|@2028-12-31|=640323\n"
              "6:YC004|石磊|助理社会工作师|20236400000004|=45264|||2022-12-31|=640323203\n"
              "7:YC005|赵敏|助理社会工作师|20236400000005|@2023-12-04|||@2028-12-31|=999999\n"
              "8:共 5 人|^共 5 人|^共 5 人|^共 5 人|^共 5 人|^共 5 人|^共 5 人|^共 5 人|^共 5 人\n");
}

static void
test_workbook_xlsx (void)
{
  static const char *names[] = { "站点", "人员", "经费", "服务", "旧数据", "联系方式", "Sheet7" };
  g_autoptr (AtlasWorkbook) workbook = open_file ("workbook.xlsx");

  g_assert_cmpuint (atlas_workbook_get_n_sheets (workbook), ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_cmpstr (atlas_workbook_get_sheet (workbook, i)->name, ==, names[i]);
      g_assert_cmpint (atlas_workbook_get_sheet (workbook, i)->hidden, ==, i == 4);
    }
  check_file (workbook, 2,
              "1:序号|年度|行政区划代码|资金来源|用途|金额（万元）\n"
              "2:=1|=2023|=640381|省级|购买服务|=46\n");
  check_file (workbook, 6, "");
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
  g_test_add_func ("/sheet-files/stations.xlsx", test_stations_xlsx);
  g_test_add_func ("/sheet-files/funding.xlsx", test_funding_xlsx);
  g_test_add_func ("/sheet-files/personnel.xlsx", test_personnel_xlsx);
  g_test_add_func ("/sheet-files/workbook.xlsx", test_workbook_xlsx);
  return g_test_run ();
}
