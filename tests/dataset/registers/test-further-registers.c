/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* The registers of organisations, projects, training, posts, policies, incentives, community funds and inspections: read in both languages,
 * judged, kept, taken back, written and read again. */

#include "config.h"

#include "../fixture.h"
#include "import-fixture.h"

#include <string.h>

#include "dataset/registers/undo.h"
#include "dataset/table-export.h"
#include "dataset/table-writer.h"

/**
 * Sample:
 * @chinese: as an office sends it
 * @english: the same rows
 * @select: what they have to be, as @expected says
 * @returned: for which divisions and years it is returned
 */
typedef struct {
  const char *table;
  const char *chinese;
  const char *english;
  guint n_rows;
  const char *select;
  const char *expected;
  const char *returned;
} Sample;

static const Sample samples[] = {
  { "organisations",
    "吴忠市社会工作机构名册,,,,,,,,\n"
    "机构编号,机构名称,机构类别,登记类型,行政区划代码,登记日期,注销日期,入驻孵化基地,从业人数（人）\n"
    "52640303MJX0001234,红寺堡区春晖社工服务中心,社工机构,民非,640303,2019年5月6日,,红寺堡区孵化基地,8\n"
    "J2,太阳山镇联合会,社区社会组织联合会,,640303101,2021-03,,—,/\n"
    "J3,利通区社会工作协会,社会工作协会,社会团体,640302,2018/1/1,2022-12-31,,30余\n"
    "J4,罗山乐龄艺术团,社区社会组织,,红寺堡区,2023.2.1,,,\n"
    "合计,4,,,,,,,\n注：数据截至上半年,,,,,,,,\n",
    "org_id,name,org_kind,registration_type,region_code,registered_on,closed_on,incubator,employees\n"
    "52640303MJX0001234,红寺堡区春晖社工服务中心,social_work_org,private_non_enterprise,640303,2019-05-06,,红寺堡区孵化基地,8\n"
    "J2,太阳山镇联合会,Federation of community organisations,,640303101,2021-03,,,\n"
    "J3,利通区社会工作协会,social_work_association,association,640302,2018-01-01,2022-12-31,,≥30\n"
    "J4,罗山乐龄艺术团,Community social organisation,,640303,2023-02-01,,,\n",
    4,
    "SELECT org_id, org_kind, registration_type, region_code, registered_on, closed_on, incubator, employees, "
    "employees_qualifier FROM organisations ORDER BY org_id",
    "52640303MJX0001234|social_work_org|private_non_enterprise|640303|2019-05-06||红寺堡区孵化基地|8|exact\n"
    "J2|org_federation||640303101|2021-03||||\n"
    "J3|social_work_association|association|640302|2018-01-01|2022-12-31||30|at_least\n"
    "J4|community_social_org||640303|2023-02-01||||",
    "640302|2023\n640303|2023" },
  { "projects",
    "社会工作服务项目台账,,,,,,,,,,\n单位：万元,,,,,,,,,,\n"
    "年度,项目编号,项目名称,项目阶段,行政区划代码,所属计划,购买方,承接机构,项目金额,开始日期,结束日期\n"
    "2022年,2022-01,悦老护童,结项,640303,政府购买服务,红寺堡区民政局,春晖社工服务中心,12.5,2022-03-01,2023-02-28\n"
    "2023,2023-01,三区驻点,实施中,640303101,“三区计划”,市民政局,利民社工服务社,近8,2023年1月,\n"
    "2023,2023-02,公益创投,立项,640302,公益创投,,,,,\n"
    "合计,,,,,,,,20.5,,\n",
    "region_code,year,project_id,name,project_stage,programme,buyer,provider,amount_yuan,starts_on,ends_on\n"
    "640303,2022,2022-01,悦老护童,completed,government_purchase,红寺堡区民政局,春晖社工服务中心,125000,2022-03-01,2023-02-28\n"
    "640303101,2023,2023-01,三区驻点,Running,Three Areas Plan,市民政局,利民社工服务社,近80000,2023-01,\n"
    "640302,2023,2023-02,公益创投,planned,public_welfare_venture,,,,,\n",
    3,
    "SELECT region_code, year, project_id, project_stage, programme, buyer, provider, amount_fen, amount_qualifier, starts_on, "
    "ends_on FROM projects ORDER BY year, project_id",
    "640303|2022|2022-01|completed|government_purchase|红寺堡区民政局|春晖社工服务中心|12500000|exact|2022-03-01|2023-02-28\n"
    "640303101|2023|2023-01|running|three_areas_plan|市民政局|利民社工服务社|8000000|nearly|2023-01|\n"
    "640302|2023|2023-02|planned|public_welfare_venture||||||",
    "640302|2023\n640303|2022\n640303|2023" },
  { "training",
    "年度,班次编号,培训班名称,培训主题,参训人次,行政区划代码,培训方式,主办单位,举办日期,培训经费（万元）\n"
    "2022,1,考前培训班,考前培训,1200余,640300,线下,市民政局,2022-04-11,6.82\n"
    "2023,1,督导班,督导,30,640303,线上,区民政局,2023-05,\n",
    "region_code,year,class_id,name,topic,mode,organiser,held_on,trainees,cost_yuan\n"
    "640300,2022,1,考前培训班,Exam preparation,In person,市民政局,2022-04-11,≥1200,68200\n"
    "640303,2023,1,督导班,supervision,online,区民政局,2023-05,30,\n",
    2,
    "SELECT region_code, year, class_id, topic, mode, organiser, held_on, trainees, trainees_qualifier, cost_fen, "
    "cost_qualifier FROM training ORDER BY year",
    "640300|2022|1|exam_preparation|offline|市民政局|2022-04-11|1200|at_least|6820000|exact\n"
    "640303|2023|1|supervision|online|区民政局|2023-05|30|exact||",
    "640303|2023" },
  { "posts",
    "岗位编号,设岗单位,岗位类别,所属系统,行政区划代码,岗位数,在岗人数,设岗日期,撤销日期\n"
    "G1,宁夏儿童福利院,事业单位岗位,民政,640000,41,39,2012-01-01,\n"
    "G2,红寺堡镇,乡镇（街道）、社区聘用,,640303100,3,,2020-06,2022-12-31\n",
    "post_id,institution,category,sector,region_code,post_count,filled_count,set_up_on,closed_on\n"
    "G1,宁夏儿童福利院,public_institution,civil_affairs,640000,41,39,2012-01-01,\n"
    "G2,红寺堡镇,Hired by a township or community,,640303100,3,,2020-06,2022-12-31\n",
    2,
    "SELECT post_id, institution, category, sector, region_code, post_count, filled_count, set_up_on, closed_on FROM posts "
    "ORDER BY post_id",
    "G1|宁夏儿童福利院|public_institution|civil_affairs|640000|41|39|2012-01-01|\n"
    "G2|红寺堡镇|township_and_community_hired||640303100|3||2020-06|2022-12-31",
    "640303|2023" },
  { "policies",
    "年度,文号,文件名称,文件类别,发文机关,行政区划代码,主题,联合发文部门数,发文日期,废止日期\n"
    "2021,吴民发〔2021〕3号,关于加强社工站建设的意见,政策文件,吴忠市民政局,640300,社工站建设,16,2021-04-01,\n"
    "2022,DB64/T 1800—2022,社会工作督导规范,地方标准,宁夏市场监督管理厅,640000,服务规范,,2022-08,2023-01\n",
    "region_code,year,document_no,title,document_kind,issuer,subject,joint_issuers,issued_on,repealed_on\n"
    "640300,2021,吴民发〔2021〕3号,关于加强社工站建设的意见,policy,吴忠市民政局,Station building,16,2021-04-01,\n"
    "640000,2022,DB64/T 1800—2022,社会工作督导规范,Local standard,宁夏市场监督管理厅,service_norms,,2022-08,2023-01\n",
    2,
    "SELECT region_code, year, document_no, document_kind, issuer, subject, joint_issuers, issued_on, repealed_on FROM policies "
    "ORDER BY year",
    "640300|2021|吴民发〔2021〕3号|policy|吴忠市民政局|station_building|16|2021-04-01|\n"
    "640000|2022|DB64/T 1800—2022|standard|宁夏市场监督管理厅|service_norms||2022-08|2023-01",
    "" },
  { "incentives",
    "年度,批次编号,奖补类型,职业水平等级,奖补人数,奖补金额（元）,行政区划代码,奖补标准（元）,发放日期\n"
    "2022,1,一次性奖励,助理社会工作师,26,\"26,000.00\",640303,1000,2022-12-20\n"
    "2022,1,一次性奖励,社会工作师,8,16000,640303,2000,2022-12-20\n"
    "2022,1,职业津贴,社会工作师,8,28800,640303,300,\n",
    "region_code,year,batch_id,payment,grade,recipients,amount_yuan,rate_yuan,paid_on\n"
    "640303,2022,1,one_off,assistant,26,26000,1000,2022-12-20\n"
    "640303,2022,1,One-off incentive,intermediate,8,16000,2000,2022-12-20\n"
    "640303,2022,1,allowance,Social worker (intermediate),8,28800,300,\n",
    3,
    "SELECT region_code, year, batch_id, payment, grade, recipients, amount_fen, rate_fen, paid_on FROM incentives "
    "ORDER BY payment DESC, grade",
    "640303|2022|1|one_off|assistant|26|2600000|100000|2022-12-20\n"
    "640303|2022|1|one_off|intermediate|8|1600000|200000|2022-12-20\n"
    "640303|2022|1|allowance|intermediate|8|2880000|30000|",
    "640303|2022" },
  { "funds",
    "基金编号,基金名称,设立主体,行政区划代码,设立日期,撤销日期,管理机构,启动资金（元）,累计筹集金额（万元）,累计支出金额（元）\n"
    "F1,罗山社区基金,城市社区,640303100201,2021-06-01,,红寺堡区慈善会,10000,3.5,12000.50\n"
    "F2,太阳山镇基金,乡镇（街道）,640303101,2022,2023-03-31,,,,\n",
    "fund_id,name,holder,region_code,set_up_on,closed_on,manager,start_up_yuan,raised_yuan,spent_yuan\n"
    "F1,罗山社区基金,urban_community,640303100201,2021-06-01,,红寺堡区慈善会,10000,35000,12000.5\n"
    "F2,太阳山镇基金,Township or street,640303101,2022,2023-03-31,,,,\n",
    2,
    "SELECT fund_id, holder, region_code, set_up_on, closed_on, manager, start_up_fen, raised_fen, spent_fen FROM funds "
    "ORDER BY fund_id",
    "F1|urban_community|640303100201|2021-06-01||红寺堡区慈善会|1000000|3500000|1200050\n"
    "F2|township|640303101|2022|2023-03-31||||",
    "640303|2023" },
  { "inspections",
    "社工站检查评估汇总表,,,,,,,,\n"
    "站点编号,行政区划代码,检查日期,得分,在岗人数,问题数,五社要素数,结论,检查单位\n"
    "S1,640303100,2022年6月1日,80,4,3,3,合格,市民政局\n"
    "S1,640303100,2023/6/1,92.5,4,1,4,优秀,市民政局\n"
    "S2,640303101,2023-06,70,近3,5余,,限期整改,\n"
    "合计,,,,,,,,\n",
    "station_id,region_code,inspected_on,score,staff_count,problems,linkage_elements,result,inspector\n"
    "S1,640303100,2022-06-01,80,4,3,3,Qualified,市民政局\n"
    "S1,640303100,2023-06-01,92.5,4,1,4,excellent,市民政局\n"
    "S2,640303101,2023-06,70,近3,≥5,,To be rectified,\n",
    3,
    "SELECT station_id, inspected_on, region_code, score_hundredths, staff_count, staff_count_qualifier, problems, "
    "problems_qualifier, linkage_elements, result, inspector FROM inspections ORDER BY station_id, inspected_on",
    "S1|2022-06-01|640303100|8000|4|exact|3|exact|3|qualified|市民政局\n"
    "S1|2023-06-01|640303100|9250|4|exact|1|exact|4|excellent|市民政局\n"
    "S2|2023-06|640303101|7000|3|nearly|5|at_least||to_rectify|",
    "640303|2022\n640303|2023" },
};

/* The stations that inspections are of. */
static void
set_up (ImportFixture *self,
        gconstpointer  data)
{
  import_fixture_set_up (self, data);
  import_fixture_run_text (self, NULL, "station_id,name,tier,region_code,status\n"
                                       "S1,甲站,township_station,640303100,operating\n"
                                       "S2,乙站,township_station,640303101,operating\n");
}

static void
check_table (ImportFixture *self,
             const Sample  *sample)
{
  const AtlasImportInput *input = g_ptr_array_index (self->result->inputs, 0);

  g_assert_no_error (input->refused);
  g_assert_nonnull (input->table);
  g_assert_cmpstr (input->table->name, ==, sample->table);
}

static void
check_kept (ImportFixture *self,
            const Sample  *sample)
{
  g_autofree char *returned =
    g_strdup_printf ("SELECT region_code, year FROM returns WHERE \"table\" = '%s' ORDER BY 1, 2", sample->table);

  import_fixture_check_sql (self, sample->select, sample->expected);
  import_fixture_check_sql (self, returned, sample->returned);
  import_fixture_check_rollups (self);
}

/* Each is told by its headers, and says the same in both languages. */
static void
test_text (ImportFixture *self,
           gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      import_fixture_run_text (self, NULL, samples[i].chinese);
      check_table (self, &samples[i]);
      import_fixture_check (self, 0, samples[i].n_rows, 0, 0, "");
      check_kept (self, &samples[i]);
      import_fixture_run_text (self, NULL, samples[i].english);
      check_table (self, &samples[i]);
      import_fixture_check (self, 0, 0, 0, samples[i].n_rows, "");
      g_assert_cmpint (self->result->import_id, ==, 0);
    }
}

/* A workbook with a sheet for each, in Chinese. */
static void
write_workbook (ImportFixture *self,
                const char    *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTableWriter) writer = atlas_table_writer_new (path, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_auto (GStrv) lines = g_strsplit (samples[i].chinese, "\n", -1);

      g_assert_true (atlas_table_writer_begin (writer, samples[i].table, NULL, 0, &error));
      for (char **line = lines; **line != '\0'; line++)
        {
          g_auto (GStrv) cells = g_strsplit (strchr (*line, '"') != NULL ? "2022,1,一次性奖励,助理社会工作师,26,26000,640303,1000,2022-12-20"
                                                                          : *line, ",", -1);

          g_assert_true (atlas_table_writer_add (writer, (const char *const *) cells, g_strv_length (cells), &error));
        }
    }
  g_assert_true (atlas_table_writer_finish (writer, &error));
  g_assert_no_error (error);
}

static void
test_workbook (ImportFixture *self,
               gconstpointer  data)
{
  write_workbook (self, "a.xlsx");
  import_fixture_run (self, NULL, "a.xlsx", NULL);
  g_assert_cmpuint (self->result->inputs->len, ==, G_N_ELEMENTS (samples));
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      import_fixture_check (self, i, samples[i].n_rows, 0, 0, "");
      check_kept (self, &samples[i]);
    }
  g_assert_cmpint (self->result->import_id, ==, 2); /* the first is that of the stations */
}

static void
test_rejects (ImportFixture *self,
              gconstpointer  data)
{
  static const struct { const char *text, *rejects; guint n_inserted; } cases[] = {
    { "org_id,name,org_kind,region_code,registered_on,closed_on,employees\n"
      "J1,,social_work_org,640303,,,\nJ2,甲,公司,640303,,,\nJ3,乙,other,640303,2022-05,2021-01,\nJ4,丙,other,640399,,,\n"
      "J5,丁,other,640303,,,-3\nJ6,戊,other,640303,,,1\nJ6,己,other,640303,,,2\n52640303MJX000****,庚,other,640303,,,\n",
      "2 missing_value name «»\n3 unknown_enum org_kind «公司»\n4 date_order closed_on «2021-01»\n"
      "5 unknown_region region_code «640399»\n6 negative_number employees «-3»\n8 duplicate_id org_id «J6»\n"
      "9 masked_value org_id «52640303MJX000****»", 1 },
    { "region_code,year,project_id,name,project_stage,amount_yuan,starts_on,ends_on\n"
      "640303,1980,1,甲,running,5,,\n640303,2022,2,乙,进行到一半,5,,\n640303,2022,3,丙,running,很多,,\n"
      "640303,2022,4,丁,running,0.001,,\n640303,2022,5,戊,running,5,2022-05-01,2022-04-30\n640303,2022,6,己,running,5,2022-13-01,\n"
      "640303,2022,7,庚,running,5,,\n640302,2022,7,庚,running,5,,\n",
      "2 year_out_of_range year «1980»\n3 unknown_enum project_stage «进行到一半»\n4 not_a_number amount_yuan «很多»\n"
      "5 not_a_number amount_yuan «0.001»\n6 date_order ends_on «2022-04-30»\n7 bad_date starts_on «2022-13-01»", 2 },
    { "region_code,year,class_id,name,topic,trainees\n640303,2022,1,甲,,5\n640303,2022,2,乙,督导,\n640303,2022,3,丙,督导,5.5\n"
      "640303,2022,4,丁,督导,5\n640303,2022,4,戊,督导,5\n",
      "2 missing_value topic «»\n3 missing_value trainees «»\n4 not_a_number trainees «5.5»\n6 duplicate_id class_id «4»", 1 },
    { "post_id,institution,category,region_code,post_count,set_up_on,closed_on\nG1,甲,事业单位,640303,-1,,\n"
      "G2,乙,编外,640303,1,,\nG3,丙,事业单位,640303,2,2022,2021\n",
      "2 negative_number post_count «-1»\n3 unknown_enum category «编外»\n4 date_order closed_on «2021»", 0 },
    { "region_code,year,document_no,title,document_kind,issuer,issued_on,repealed_on\n640303,2022,1号,甲,通知,某局,,\n"
      "640303,2022,2号,,政策,某局,,\n640303,2022,3号,丙,政策,,,\n640303,2022,4号,丁,政策,某局,2022-05,2022-04\n",
      "2 unknown_enum document_kind «通知»\n3 missing_value title «»\n4 missing_value issuer «»\n5 date_order repealed_on «2022-04»",
      0 },
    { "region_code,year,batch_id,payment,grade,recipients,amount_yuan\n640303,2022,1,一次性,特级,5,100\n"
      "640303,2022,1,一次性,高级,5,\n640303,2022,1,实物,高级,5,100\n640303,2022,1,一次性,高级,5,100\n640303,2022,1,一次性,高级,6,100\n",
      "2 unknown_enum grade «特级»\n3 missing_value amount_yuan «»\n4 unknown_enum payment «实物»\n6 duplicate_id grade «高级»", 1 },
    { "fund_id,name,holder,region_code,set_up_on,closed_on,raised_yuan\nF1,甲,个人,640303,,,\nF2,乙,社区,,,,\n"
      "F3,丙,社区,640303,2022-01-02,2022-01-01,\nF4,丁,社区,640303,,,-5\n",
      "2 unknown_enum holder «个人»\n3 missing_value region_code «»\n4 date_order closed_on «2022-01-01»\n"
      "5 negative_number raised_yuan «-5»", 0 },
    { "station_id,region_code,inspected_on,score,problems,result\nS9,640303100,2023-06-01,80,,\nS1,640303100,,80,,\n"
      "S1,640303100,2023-06-01,很好,,\nS1,640303100,2023-06-02,80,-1,\nS1,640303100,2023-06-03,80,1,勉强\n"
      "S1,640303100,2023-06-04,80,1,合格\nS1,640303100,2023-06-04,90,1,优秀\n",
      "2 unknown_station station_id «S9»\n3 missing_value inspected_on «»\n4 not_a_number score «很好»\n"
      "5 negative_number problems «-1»\n6 unknown_enum result «勉强»\n8 duplicate_id inspected_on «2023-06-04»", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      import_fixture_run_text (self, NULL, cases[i].text);
      check_table (self, &samples[i]);
      import_fixture_check (self, 0, cases[i].n_inserted, 0, 0, cases[i].rejects);
    }
  import_fixture_check_rollups (self);
}

/* An organisation's number belongs to the county that gave it; a project's says its county itself. */
static void
test_conflict (ImportFixture *self,
               gconstpointer  data)
{
  import_fixture_run_text (self, NULL, "org_id,name,org_kind,region_code\nJ1,甲,other,640303100\n");
  import_fixture_run_text (self, NULL, "org_id,name,org_kind,region_code\nJ1,甲,other,640302\n");
  import_fixture_check (self, 0, 0, 0, 0, "2 id_conflict org_id «J1»");
  self->options.allow_moves = TRUE;
  import_fixture_run_text (self, NULL, "org_id,name,org_kind,region_code\nJ1,甲,other,640302\n");
  import_fixture_check (self, 0, 0, 1, 0, "");
  import_fixture_check_sql (self, "SELECT region_code FROM organisations_history", "640303100");
  import_fixture_check_rollups (self);
}

/* Changed rows are kept as they were; what a file has no column for stays; all of it can be taken back. */
static void
test_undo (ImportFixture *self,
           gconstpointer  data)
{
  g_autofree char *empty = import_fixture_dump (self);
  g_autofree char *before = NULL;
  g_autofree char *after_one = NULL, *after_both = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasImportRecord) first = NULL, second = NULL;

  write_workbook (self, "a.xlsx");
  import_fixture_run (self, NULL, "a.xlsx", NULL);
  before = import_fixture_dump (self);
  import_fixture_write (self, "o.csv", "org_id,name,org_kind,region_code,closed_on\nJ4,罗山乐龄艺术团,其他,640303,2023-05-01\n");
  import_fixture_write (self, "i.csv", "region_code,year,batch_id,payment,grade,recipients,amount_yuan\n"
                                       "640303,2022,1,one_off,assistant,27,27000\n640303,2023,1,one_off,senior,1,5000\n");
  import_fixture_write (self, "f.csv", "fund_id,name,holder,region_code,spent_yuan\nF1,罗山社区基金,社区,640303100201,15000\n");
  import_fixture_run (self, NULL, "o.csv", "i.csv", "f.csv", NULL);
  import_fixture_check (self, 0, 0, 1, 0, "");
  import_fixture_check (self, 1, 1, 1, 0, "");
  import_fixture_check (self, 2, 0, 1, 0, "");
  import_fixture_check_sql (self, "SELECT registered_on, closed_on, org_kind FROM organisations WHERE org_id = 'J4'",
                            "2023-02-01|2023-05-01|other");
  import_fixture_check_sql (self, "SELECT raised_fen, spent_fen, manager FROM funds WHERE fund_id = 'F1'",
                            "3500000|1500000|红寺堡区慈善会");
  import_fixture_check_sql (self, "SELECT recipients, replaced_by FROM incentives_history", "26|3");
  import_fixture_check_rollups (self);

  second = atlas_import_undo (self->dataset, 0, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  after_one = import_fixture_dump (self);
  g_assert_cmpstr (after_one, ==, before);
  first = atlas_import_undo (self->dataset, 0, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  after_both = import_fixture_dump (self);
  g_assert_cmpstr (after_both, ==, empty);
}

/* What is exported comes in again, into this dataset and into an empty one. */
static void
check_round_trip (ImportFixture *self,
                  const Sample  *sample,
                  const char    *ending)
{
  g_autofree char *name = g_strconcat (sample->table, ending, NULL);
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autofree char *clear = g_strdup_printf ("DELETE FROM %s", sample->table);
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_table_export (self->dataset, sample->table, path, NULL, &error));
  g_assert_no_error (error);
  import_fixture_run (self, NULL, name, NULL);
  check_table (self, sample);
  import_fixture_check (self, 0, 0, 0, sample->n_rows, "");
  g_assert_true (atlas_sqlite_run (self->db, clear, &error));
  import_fixture_run (self, NULL, name, NULL);
  import_fixture_check (self, 0, sample->n_rows, 0, 0, "");
  import_fixture_check_sql (self, sample->select, sample->expected);
}

static void
test_round_trip (ImportFixture *self,
                 gconstpointer  data)
{
  write_workbook (self, "a.xlsx");
  import_fixture_run (self, NULL, "a.xlsx", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      check_round_trip (self, &samples[i], ".csv");
      check_round_trip (self, &samples[i], ".xlsx");
    }
}

/* There is no place for a person in what is paid to people: a column of names is passed over, and said to be. */
static void
test_no_names (ImportFixture *self,
               gconstpointer  data)
{
  const AtlasImportInput *input;
  g_autofree char *path = g_build_filename (self->folder, "out.csv", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  import_fixture_run_text (self, NULL, "region_code,year,batch_id,payment,grade,recipients,amount_yuan,姓名,身份证号\n"
                                       "640303,2022,1,one_off,senior,1,5000,张三,640303199001011234\n");
  import_fixture_check (self, 0, 1, 0, 0, "");
  input = g_ptr_array_index (self->result->inputs, 0);
  g_assert_cmpuint (input->notices->len, >, 0);
  g_assert_nonnull (strstr (g_ptr_array_index (input->notices, 0), "姓名"));
  g_assert_true (atlas_table_export (self->dataset, "incentives", path, NULL, &error));
  g_assert_true (g_file_get_contents (path, &contents, NULL, &error));
  g_assert_null (strstr (contents, "张三"));
  g_assert_null (strstr (contents, "1990"));
}

#define TEST(path, func) \
  g_test_add (path, ImportFixture, NULL, set_up, func, import_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  TEST ("/further-registers/text", test_text);
  TEST ("/further-registers/workbook", test_workbook);
  TEST ("/further-registers/rejects", test_rejects);
  TEST ("/further-registers/conflict", test_conflict);
  TEST ("/further-registers/undo", test_undo);
  TEST ("/further-registers/round-trip", test_round_trip);
  TEST ("/further-registers/no-names", test_no_names);
  result = g_test_run ();
  fixture_clear ();
  return result;
}
