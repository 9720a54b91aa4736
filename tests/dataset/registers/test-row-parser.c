/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "../fixture.h"
#include "reader-dump.h"

#define STATIONS "站点编号,站点名称,层级,行政区划代码,状态,启用日期,撤销日期,承接机构,配备人数\n"
#define PEOPLE "人员编号,姓名,职业水平等级,证书编号,取证日期,登记有效期至,继续教育学时,行政区划代码\n"
#define FUNDING "序号,年度,行政区划代码,资金来源,用途,金额（元）\n"
#define SERVICES "年度,月份,站点编号,服务类型,次数,服务人次\n"
#define FIGURES "source_id,region_code,indicator_id,value,qualifier,unit,period,as_of,dimensions,status,printed\n"

/* The values of the only row of HEADER that CELLS are, behind its line. */
static void
check_row (const char *header,
           const char *cells,
           const char *values)
{
  g_autofree char *text = g_strconcat (header, cells, "\n", NULL);
  g_autofree char *rows = g_strconcat ("2 ", values, "\n", NULL);

  reader_dump_check (text, NULL, rows, "");
}

/* REJECTION: "code column «value»". */
static void
check_reject (const char *header,
              const char *cells,
              const char *rejection)
{
  g_autofree char *text = g_strconcat (header, cells, "\n", NULL);
  g_autofree char *rejects = g_strconcat ("2 ", rejection, "\n", NULL);

  reader_dump_check (text, NULL, "", rejects);
}

static void
test_stations (void)
{
  check_row (STATIONS, "S1,红寺堡镇社工站,乡镇级,640303100,运行,2021年6月,,宁夏某机构,4人",
             "station_id=S1 name=红寺堡镇社工站 tier=township_station region_code=640303100 status=operating opened_on=2021-06 "
             "operator=宁夏某机构 staff_count=4 @640303100");
  check_row (STATIONS, " S2 ,　a　,县（市、区）社工中心,红寺堡区,撤销,2021/6/1,2023.5.1,无,—",
             "station_id=S2 name=a tier=county_centre region_code=640303 status=closed opened_on=2021-06-01 closed_on=2023-05-01 "
             "@640303");
  check_row (STATIONS, "S3,b,村级,640303100001,在建,,,,5余",
             "station_id=S3 name=b tier=community_room region_code=640303100001 status=building staff_count=≥5 @640303100");
  check_row (STATIONS, "S4,c,县级,441900,运行,,,,",
             "station_id=S4 name=c tier=county_centre region_code=441900 status=operating @441900");
  check_row (STATIONS, "'=S5,'-c,县级,640303,运行,,,,",
             "station_id==S5 name=-c tier=county_centre region_code=640303 status=operating @640303");
  check_row (STATIONS, "合计1,合计,县级,640303,运行,,,,",
             "station_id=合计1 name=合计 tier=county_centre region_code=640303 status=operating @640303");
}

static void
test_stations_rejected (void)
{
  check_reject (STATIONS, ",a,县级,640303,运行", "missing_value station_id «»");
  check_reject (STATIONS, "—,a,县级,640303,运行", "missing_value station_id «—»");
  check_reject (STATIONS, "S1,,县级,640303,运行", "missing_value name «»");
  check_reject (STATIONS, "S1,a,,640303,运行", "missing_value tier «»");
  check_reject (STATIONS, "S1,a,市级,640303,运行", "unknown_enum tier «市级»");
  check_reject (STATIONS, "S1,a,无,640303,运行", "missing_value tier «无»");
  check_reject (STATIONS, "S1,a,县级,,运行", "missing_value region_code «»");
  check_reject (STATIONS, "S1,a,县级,640399,运行", "unknown_region region_code «640399»");
  check_reject (STATIONS, "S1,a,县级,朝阳区,运行", "ambiguous_region region_code «朝阳区»");
  check_reject (STATIONS, "S1,a,县级,640300,运行", "unknown_region region_code «640300»");
  check_reject (STATIONS, "S1,a,县级,宁夏,运行", "unknown_region region_code «宁夏»");
  check_reject (STATIONS, "S1,a,县级,640303,停运", "unknown_enum status «停运»");
  check_reject (STATIONS, "S1,a,县级,640303,运行,2023-02-30", "bad_date opened_on «2023-02-30»");
  check_reject (STATIONS, "S1,a,县级,640303,运行,5/1/23", "bad_date opened_on «5/1/23»");
  check_reject (STATIONS, "S1,a,县级,640303,运行,1023-05-01", "year_out_of_range opened_on «1023-05-01»");
  check_reject (STATIONS, "S1,a,县级,640303,撤销,2023-05-01,2022-05-01", "date_order closed_on «2022-05-01»");
  check_reject (STATIONS, "S1,a,县级,640303,运行,,,,3.5", "not_a_number staff_count «3.5»");
  check_reject (STATIONS, "S1,a,县级,640303,运行,,,,若干", "not_a_number staff_count «若干»");
  check_reject (STATIONS, "S1,a,县级,640303,运行,,,,-3", "negative_number staff_count «-3»");
  check_reject (STATIONS, "S1,a,县级,640303,运行,,,,3,4", "wrong_column_count  «»");
  check_reject (STATIONS, "S*1,a,县级,640303,运行", "masked_value station_id «S*1»");
  check_reject (STATIONS, "1.10101E+17,a,县级,640303,运行", "masked_value station_id «1.10101E+17»");
  /* The first fault in the order of the columns. */
  check_reject (STATIONS, "S1,a,市级,640399,停运,x", "unknown_enum tier «市级»");
}

static void
test_people (void)
{
  check_row (PEOPLE, "P1,王小明,助理社会工作师,2021640001,2021-10-20,2024-10-19,72,640303",
             "person_id=P1 name=王小明 grade=assistant certificate_no=2021640001 certified_on=2021-10-20 "
             "registration_expires_on=2024-10-19 education_hours=72.00 region_code=640303 @640303");
  check_row (PEOPLE, "P2,王小明,无,,,,,000000", "person_id=P2 name=王小明 grade=none region_code=000000 @000000");
  check_row (PEOPLE, "P2,a,无,,,,36.5,640303", "person_id=P2 name=a grade=none education_hours=36.50 region_code=640303 @640303");
  check_row (PEOPLE, "P2,a,无,,,,约 72.25 学时,640303",
             "person_id=P2 name=a grade=none education_hours=≈72.25 region_code=640303 @640303");
  /* As far as dates are known. */
  check_row (PEOPLE, "P3,a,中级,,2023-05,2023,,64",
             "person_id=P3 name=a grade=intermediate certified_on=2023-05 registration_expires_on=2023 region_code=640000 @640000");
  check_reject (PEOPLE, "P1,张*,无,,,,,640303", "masked_value name «张*»");
  check_reject (PEOPLE, "P1,张＊＊,无,,,,,640303", "masked_value name «张＊＊»");
  check_reject (PEOPLE, "P1,***,无,,,,,640303", "masked_value name «***»");
  check_reject (PEOPLE, "P1,张某某,无,,,,,640303", "masked_value name «张某某»");
  check_reject (PEOPLE, "P1,张××,无,,,,,640303", "masked_value name «张××»");
  check_reject (PEOPLE, "P1,a,无,1234****5678,,,,640303", "masked_value certificate_no «1234****5678»");
  check_reject (PEOPLE, "P1,a,无,,,,36.125,640303", "not_a_number education_hours «36.125»");
  check_reject (PEOPLE, "P1,a,无,,,,-4,640303", "negative_number education_hours «-4»");
  check_reject (PEOPLE, "P1,a,—,,,,,640303", "missing_value grade «—»");
  check_reject (PEOPLE, "P1,a,特级,,,,,640303", "unknown_enum grade «特级»");
  check_reject (PEOPLE, "P1,a,无,,2023-05-01,2022-05-01,,640303", "date_order registration_expires_on «2022-05-01»");
}

/* Nobody is registered before the first certificate, in whichever column that stands. */
static void
test_certificates (void)
{
  const char *header = "人员编号,姓名,职业水平等级,取得助理级日期,取得中级日期,取得高级日期,登记有效期至,行政区划代码\n";

  check_reject (header, "P1,a,助理,2023-12-04,,,2022-12-31,640303", "date_order registration_expires_on «2022-12-31»");
  check_reject (header, "P1,a,高级,2015,2017,2019,2014-12-31,640303", "date_order registration_expires_on «2014-12-31»");
  check_row (header, "P1,a,高级,2015,2017,2019,2018-12-31,640303",
             "person_id=P1 name=a grade=senior registration_expires_on=2018-12-31 assistant_on=2015 intermediate_on=2017 "
             "senior_on=2019 region_code=640303 @640303");
}

static void
test_funding (void)
{
  check_row (FUNDING, "1,2023,640303,省级,站点建设,\"1,234.50\"",
             "region_code=640303 year=2023 entry_id=1 source=provincial purpose=station_building amount_yuan=1234.50 @640303");
  check_row (FUNDING, "2,2023年,吴忠市,福彩公益金,其他,6000余万",
             "region_code=640300 year=2023 entry_id=2 source=welfare_lottery purpose=other amount_yuan=≥60000000.00 @640300");
  check_row (FUNDING, "3,２０２３年度,64,中央,培训,０",
             "region_code=640000 year=2023 entry_id=3 source=central purpose=training amount_yuan=0.00 @640000");
  check_reject (FUNDING, "1,1989,64,中央,培训,1", "year_out_of_range year «1989»");
  check_reject (FUNDING, "1,2999,64,中央,培训,1", "year_out_of_range year «2999»");
  check_reject (FUNDING, "1,23,64,中央,培训,1", "year_out_of_range year «23»");
  check_reject (FUNDING, "1,45047,64,中央,培训,1", "year_out_of_range year «45047»");
  check_reject (FUNDING, "1,去年,64,中央,培训,1", "not_a_number year «去年»");
  check_reject (FUNDING, "1,,64,中央,培训,1", "missing_value year «»");
  check_reject (FUNDING, "1,2023,64,区级,培训,1", "unknown_enum source «区级»");
  check_reject (FUNDING, "1,2023,64,中央,培训,", "missing_value amount_yuan «»");
  check_reject (FUNDING, "1,2023,64,中央,培训,/", "missing_value amount_yuan «/»");
  check_reject (FUNDING, "1,2023,64,中央,培训,-3", "negative_number amount_yuan «-3»");
  check_reject (FUNDING, "1,2023,64,中央,培训,0.001", "not_a_number amount_yuan «0.001»");
  check_reject (FUNDING, "1,2023,64,中央,培训,50人", "not_a_number amount_yuan «50人»");
  check_reject (FUNDING, "1,2023,64,中央,培训,1,234.50", "wrong_column_count  «»");
}

/* The unit of the header, unless the cell has its own. */
static void
test_units (void)
{
  const char *header = "序号,年度,行政区划代码,资金来源,用途,金额（万元）\n";

  check_row (header, "1,2023,64,中央,培训,82.4",
             "region_code=640000 year=2023 entry_id=1 source=central purpose=training amount_yuan=824000.00 @640000");
  check_row (header, "1,2023,64,中央,培训,82.4万",
             "region_code=640000 year=2023 entry_id=1 source=central purpose=training amount_yuan=824000.00 @640000");
  check_row (header, "1,2023,64,中央,培训,8240元",
             "region_code=640000 year=2023 entry_id=1 source=central purpose=training amount_yuan=8240.00 @640000");
  check_reject (header, "1,2023,64,中央,培训,0.0000001", "not_a_number amount_yuan «0.0000001»");
}

static void
test_services (void)
{
  check_row (SERVICES, "2023,5,S1,个案,12,130", "station_id=S1 year=2023 month=5 kind=case count=12 person_times=130");
  check_row (SERVICES, "2023年,12月,S1,小组,12.0,1.2万", "station_id=S1 year=2023 month=12 kind=group count=12 person_times=12000");
  check_row (SERVICES, "2023,2023-05,S1,小组,0,0", "station_id=S1 year=2023 month=5 kind=group count=0 person_times=0");
  check_row (SERVICES, "2023,2023年5月,S1,小组,0,0", "station_id=S1 year=2023 month=5 kind=group count=0 person_times=0");
  check_row (SERVICES, "2023,05月份,S1,小组,0,0", "station_id=S1 year=2023 month=5 kind=group count=0 person_times=0");
  check_row (SERVICES, "2023,五月,S1,小组,0,0", "station_id=S1 year=2023 month=5 kind=group count=0 person_times=0");
  check_reject (SERVICES, "2023,0,S1,小组,0,0", "month_out_of_range month «0»");
  check_reject (SERVICES, "2023,13,S1,小组,0,0", "month_out_of_range month «13»");
  check_reject (SERVICES, "2023,2022-05,S1,小组,0,0", "month_out_of_range month «2022-05»");
  check_reject (SERVICES, "2023,一季度,S1,小组,0,0", "not_a_number month «一季度»");
  check_reject (SERVICES, "2023,5余,S1,小组,0,0", "not_a_number month «5余»");
  check_reject (SERVICES, "2023,5,S1,小组,0,", "missing_value person_times «»");
  check_reject (SERVICES, "2023,5,S1,会议,0,1", "unknown_enum kind «会议»");
}

static void
test_figures (void)
{
  check_row (FIGURES, "x,640300,funding,6000,at_least,万元,2021/..,,purpose=training;grade=senior,,",
             "source_id=x region_code=640300 indicator_id=funding dimensions=grade=senior;purpose=training value=≥60000000 "
             "qualifier=at_least unit=yuan period=2021/.. printed=6000 status=A @640300");
  check_row (FIGURES, "x,640300,funding,6000余万,,万元,2021,,,U,六千余万元",
             "source_id=x region_code=640300 indicator_id=funding value=≥60000000 qualifier=at_least unit=yuan period=2021 "
             "printed=六千余万元 status=U @640300");
  check_row (FIGURES, "x,吴忠市,share,24.0%,约,percent,,2023年5月,,,",
             "source_id=x region_code=640300 indicator_id=share value=≈24.0 qualifier=about unit=percent as_of=2023-05 printed=24.0% "
             "status=A @640300");
  check_row (FIGURES, "x,640300,a,-7.3,,percent,2013/2020,,,,",
             "source_id=x region_code=640300 indicator_id=a value=-7.3 qualifier=exact unit=percent period=2013/2020 printed=-7.3 "
             "status=A @640300");
  check_row (FIGURES, "x,640300,a,1.5,,万元,2023/5/1,,,,",
             "source_id=x region_code=640300 indicator_id=a value=15000 qualifier=exact unit=yuan period=2023-05-01 printed=1.5 "
             "status=A @640300");
  check_reject (FIGURES, "x,640300,a,—,,yuan,2021,,,,", "missing_value value «—»");
  check_reject (FIGURES, "x,640300,a,很多,,yuan,2021,,,,", "not_a_number value «很多»");
  /* Its document may say the date. */
  check_row (FIGURES, "x,640300,a,1,,yuan,,,,,",
             "source_id=x region_code=640300 indicator_id=a value=1 qualifier=exact unit=yuan printed=1 status=A @640300");
  check_reject (FIGURES, "x,640300,a,1,,yuan,2021/x,,,,", "bad_date period «2021/x»");
  check_reject (FIGURES, "x,640303100001,a,1,,yuan,2021,,,,", "unknown_region region_code «640303100001»");
  check_reject (FIGURES, "x,640300,a,1,,yuan,2021,,training,,", "unknown_enum dimensions «training»");
}

/* Columns of names, with or without one of codes. */
static void
test_places (void)
{
  reader_dump_check ("人员编号,姓名,职业水平等级,县（市、区）,乡镇（街道）\nP1,a,无,和林格尔县,城关镇\nP2,a,无,,城关镇\nP3,a,无,红寺堡区,\n"
                     "P4,a,无,,\nP5,a,无,红寺堡区,城关镇\n", NULL,
                     "2 person_id=P1 name=a grade=none region_code=150123100 @150123100\n"
                     "4 person_id=P3 name=a grade=none region_code=640303 @640303\n",
                     "3 ambiguous_region region_code «城关镇»\n5 missing_value region_code «»\n"
                     "6 unknown_region region_code «城关镇»\n");
}

static void
check_reason (const char *header,
              const char *cells,
              const char *reason)
{
  g_autofree char *text = g_strconcat (header, cells, "\n", NULL);
  g_autofree char *line = g_strconcat (reason, "\n", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaderDump) dump = reader_dump_new (text, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (dump->reasons->str, ==, line);
}

/* Sentences that say what is wrong and what to write instead. */
static void
test_reasons (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *years =
    g_strdup_printf ("The year of “1989” is not within 1990 and %d", g_date_time_get_year (now) + 1);

  check_reason (STATIONS, "S1,a,市级,640303,运行",
                "“市级” is none of the words known here: write one of County guidance centre; Township station; Community "
                "room");
  check_reason (STATIONS, "S1,a,县级,,运行", "“Division code” is missing: every row has to have it");
  check_reason (STATIONS, "S1,a,县级,没有的地方,运行",
                "“没有的地方” is in no list of divisions: write a code of 6 or 9 digits, or the full name");
  check_reason (STATIONS, "S1,a,县级,640303,运行,5/1/23",
                "“5/1/23” is ambiguous, it can be more than one date: write it as 2023-05-01 or 2023-05");
  check_reason (STATIONS, "S1,a,县级,640303,撤销,2023-05-01,2022-05-01",
                "“Closed on” 2022-05-01 is before “Opened on” 2023-05-01: correct one of them");
  check_reason (FUNDING, "1,1989,64,中央,培训,1", years);
  check_reason (FUNDING, "1,2023,64,中央,培训,1,234.50",
                "The row has 7 cells, the header 6: put what holds a separator into quotation marks");
}

/* A cell of any length does not make a reason of that length. */
static void
test_long_cells (void)
{
  g_autofree char *cell = g_strnfill (100000, 'x');
  g_autofree char *text = g_strconcat (STATIONS "S1,a,", cell, ",640303,运行\n", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ReaderDump) dump = reader_dump_new (text, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (dump->reasons->len, <, 400);
  g_assert_nonnull (strstr (dump->rejects->str, cell));
}

/* Any text in any cell is a value, missing, or a rejection, and a row is never lost. */
static void
test_any_text (void)
{
  const char *headers[] = { STATIONS, PEOPLE, FUNDING, SERVICES, FIGURES };
  const char *pieces[] = { "2023", "5", "-", "/", ".", "万", "余", "年", "月", "日", "640303", "红寺堡区", "城关镇", "县级", "运行", "无", "—", "*",
                           "x", " ", "合计", "注：", "'", "=", "E+", "省级", "个案", "约", "%", "元", "　" };

  for (guint i = 0; i < 3000; i++)
    {
      const char *header = headers[g_test_rand_int_range (0, G_N_ELEMENTS (headers))];
      guint n_cells = 1;
      g_autoptr (GString) text = g_string_new (header);
      g_autoptr (GError) error = NULL;
      g_autoptr (ReaderDump) dump = NULL;

      for (const char *p = header; *p != '\0'; p++)
        n_cells += *p == ',';
      for (guint cell = 0; cell < n_cells; cell++)
        {
          for (int n = g_test_rand_int_range (0, 4); n > 0; n--)
            g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
          g_string_append (text, cell + 1 < n_cells ? "," : "\n");
        }
      dump = reader_dump_new (text->str, NULL, NULL, &error);
      if (dump == NULL)
        g_assert_error (error, ATLAS_REGISTER_ERROR, ATLAS_REGISTER_ERROR_NO_ROWS);
      else
        g_assert_cmpuint ((dump->rows->len > 0) + (dump->rejects->len > 0) + dump->n_skipped, ==, 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-parser/stations", test_stations);
  g_test_add_func ("/row-parser/stations-rejected", test_stations_rejected);
  g_test_add_func ("/row-parser/people", test_people);
  g_test_add_func ("/row-parser/certificates", test_certificates);
  g_test_add_func ("/row-parser/funding", test_funding);
  g_test_add_func ("/row-parser/units", test_units);
  g_test_add_func ("/row-parser/services", test_services);
  g_test_add_func ("/row-parser/figures", test_figures);
  g_test_add_func ("/row-parser/places", test_places);
  g_test_add_func ("/row-parser/reasons", test_reasons);
  g_test_add_func ("/row-parser/long-cells", test_long_cells);
  g_test_add_func ("/row-parser/any-text", test_any_text);
  status = g_test_run ();
  fixture_clear ();
  return status;
}
