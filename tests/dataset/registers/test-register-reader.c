/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "../fixture.h"
#include "reader-dump.h"

/* The four registers as the contract names them, and the two tables besides. */
static void
test_tables (void)
{
  reader_dump_check ("station_id,name,tier,region_code,status,opened_on,closed_on,operator,staff_count\n"
                     "S1,红寺堡镇社工站,township_station,640303100,operating,2021-06-01,,某机构,4\n",
                     NULL,
                     "2 station_id=S1 name=红寺堡镇社工站 tier=township_station region_code=640303100 status=operating "
                     "opened_on=2021-06-01 operator=某机构 staff_count=4 @640303100\n", "");
  reader_dump_check ("人员编号,姓名,职业水平等级,证书编号,取证日期,登记有效期至,继续教育学时,所在站点编号,行政区划代码,单位类别\n"
                     "P1,王小明,助理社会工作师,2021640001,2021/10/20,2024-10-19,72,S1,640303,社会组织\n",
                     NULL,
                     "2 person_id=P1 name=王小明 grade=assistant certificate_no=2021640001 certified_on=2021-10-20 "
                     "registration_expires_on=2024-10-19 education_hours=72.00 station_id=S1 region_code=640303 "
                     "employer_kind=社会组织 @640303\n", "");
  reader_dump_check ("人员编号,姓名,职业水平等级,取得助理社会工作师证书日期,取得社会工作师证书日期,取得高级社会工作师证书日期,行政区划代码\n"
                     "P1,王小明,社会工作师,2015-10-20,2019-10-20,,640303\n",
                     NULL,
                     "2 person_id=P1 name=王小明 grade=intermediate assistant_on=2015-10-20 intermediate_on=2019-10-20 "
                     "region_code=640303 @640303\n", "");
  reader_dump_check ("序号,年度,行政区划代码,资金来源,用途,金额（万元）,资金阶段\n1,2023,640300,省级,站点建设,82.4,下达\n",
                     NULL,
                     "2 region_code=640300 year=2023 entry_id=1 source=provincial purpose=station_building "
                     "amount_yuan=824000.00 stage=allocated @640300\n", "");
  reader_dump_check ("年度,月份,站点编号,服务类型,次数,服务人次\n2023,5,S1,入户走访,12,130余\n",
                     NULL, "2 station_id=S1 year=2023 month=5 kind=household_visit count=12 person_times=≥130\n", "");
  reader_dump_check ("source_id,region_code,indicator_id,value,unit,period\nx,640300,funding,6000余万,yuan,2021/..\n",
                     NULL,
                     "2 source_id=x region_code=640300 indicator_id=funding value=≥60000000 qualifier=at_least unit=yuan "
                     "period=2021/.. printed=6000余万 status=A @640300\n", "");
  reader_dump_check ("source_id,title\nx,一份文件\n", NULL, "2 source_id=x title=一份文件 kind=secondary\n", "");
}

/* Ids for a program, or a second language, below the header; what only looks a little like them is data. */
static void
test_second_header (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaderDump) dump = NULL;

  dump = reader_dump_new ("站点编号,站点名称,层级,行政区划代码,状态\nstation_id,name,tier,region_code,status\n"
                          "S1,a,县级,640303,运行\nname,站点名称,县级,640303,运行\n", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dump->rejects->str, ==, "");
  g_assert_cmpstr (dump->rows->str, ==,
                   "3 station_id=S1 name=a tier=county_centre region_code=640303 status=operating @640303\n"
                   "4 station_id=name name=站点名称 tier=county_centre region_code=640303 status=operating @640303\n");
  g_assert_cmpuint (dump->n_skipped, ==, 1);
}

#define ODS_ROW(attributes, id) \
  "<table:table-row" attributes "><table:table-cell office:value-type='string'><text:p>" id "</text:p></table:table-cell>"
#define ODS_CELL(text) "<table:table-cell office:value-type='string'><text:p>" text "</text:p></table:table-cell>"
#define HIDDEN " table:visibility='collapse'"
#define FILTERED " table:visibility='filter'"

/* Rows that somebody or a filter hides are rows, and told of; ids above them are none. */
static void
test_hidden_rows (void)
{
  const char *text =
    "<?xml version='1.0'?><office:document xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
    "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "
    "office:mimetype='application/vnd.oasis.opendocument.spreadsheet'><office:body><office:spreadsheet><table:table table:name='a'>"
    ODS_ROW ("", "站点编号") ODS_CELL ("站点名称") ODS_CELL ("层级") ODS_CELL ("行政区划代码") ODS_CELL ("状态") "</table:table-row>"
    ODS_ROW (HIDDEN, "station_id") ODS_CELL ("name") ODS_CELL ("tier") ODS_CELL ("region_code") ODS_CELL ("status")
    "</table:table-row>"
    ODS_ROW ("", "S1") ODS_CELL ("a") ODS_CELL ("县级") ODS_CELL ("640303") ODS_CELL ("运行") "</table:table-row>"
    ODS_ROW (FILTERED, "S2") ODS_CELL ("b") ODS_CELL ("县级") ODS_CELL ("640302") ODS_CELL ("运行") "</table:table-row>"
    ODS_ROW (HIDDEN, "S3") ODS_CELL ("c") ODS_CELL ("县级") ODS_CELL ("999999") ODS_CELL ("运行") "</table:table-row>"
    ODS_ROW (HIDDEN, "合计") ODS_CELL ("3") "</table:table-row>"
    "</table:table></office:spreadsheet></office:body></office:document>";
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaderDump) dump = reader_dump_new (text, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (dump->rows->str, ==,
                   "3 station_id=S1 name=a tier=county_centre region_code=640303 status=operating @640303\n"
                   "4 station_id=S2 name=b tier=county_centre region_code=640302 status=operating @640302\n");
  g_assert_cmpstr (dump->rejects->str, ==, "5 unknown_region region_code «999999»\n");
  g_assert_cmpuint (dump->n_skipped, ==, 2);
  g_assert_cmpstr (dump->notices, ==, "2 hidden rows were read too, the first is row 4.");
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register-reader/tables", test_tables);
  g_test_add_func ("/register-reader/second-header", test_second_header);
  g_test_add_func ("/register-reader/hidden-rows", test_hidden_rows);
  status = g_test_run ();
  fixture_clear ();
  return status;
}
