/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "dataset/registers/register-row.h"
#include "main-window-fixture.h"
#include "window-test.h"
#include "window/cards/chart-card.h"
#include "window/cards/list-card.h"
#include "window/pages/card-page.h"
#include "window/pages/data-page.h"
#include "window/pages/overview-page.h"
#include "window/pages/page-charts.h"
#include "window/report/batch-dialog.h"

/* What officials ask, in the order of the 25 questions, each answered by at most three actions from the start of the program, which
 * shows Ningxia, the number of certified social workers and the page Compare. Where the published figures do not answer it,
 * registers of 吴忠市 do: what is expected is counted by hand in the rows below, or divided from the figures that documents print.
 * Where nothing answers it, the page says what to enter. */

#define MAX_STEPS 3
#define MAX_TEXTS 5

/* By the end of 2022 利通区 640302 has four people certified (a1 to a4), of 2023 six; 盐池县 640323 five in both years,
 * 同心县 one. 甲站 has a1 and a2, 乙站 somebody without a certificate, 丙站 nobody. Four people and two in the stations of
 * 利通区, one in that of 红寺堡区. */
static const char people[] =
  "person_id,name,grade,region_code,certified_on,station_id,registration_expires_on,education_hours\n"
  "a1,王一,assistant,640302,2020-06-01,s1,2024-03-31,40\na2,王二,assistant,640302,2021-06-01,s1,2025-06-30,72\n"
  "a3,王三,intermediate,640302,2022-06-01,,2025-03-31,90\na4,王四,senior,640302,2022-06-01,,2025-09-30,12\n"
  "a5,王五,intermediate,640302,2023-06-01,,2026-06-30,90\na6,王六,intermediate,640302,2023-06-01,,2026-06-30,90\n"
  "b1,李一,assistant,640323,2019-06-01,,2024-09-30,90\nb2,李二,assistant,640323,2020-06-01,,2026-03-31,90\n"
  "b3,李三,intermediate,640323,2021-06-01,,2026-03-31,90\nb4,李四,assistant,640323,2022-06-01,,2025-03-31,90\n"
  "b5,李五,assistant,640323,2022-06-01,,2025-03-31,90\nc1,赵一,none,640302,,s2,,\n"
  "d1,孙一,assistant,640324,2020-06-01,,2026-03-31,90\n";
static const char stations[] =
  "station_id,name,tier,region_code,status,opened_on,staff_count\n"
  "s1,甲站,township_station,640302100,operating,2021-03-01,4\ns2,乙站,township_station,640302101,operating,2022-03-01,2\n"
  "s3,丙站,township_station,640303100,operating,2023-09-01,1\n";
static const char money[] =
  "entry_id,year,region_code,source,purpose,amount_yuan,stage\n"
  "1,2023,640302,central,training,1000000,allocated\n2,2023,640302,central,training,800000,spent\n"
  "1,2023,640303,welfare_lottery,service_purchase,3000000,allocated\n"
  "2,2023,640303,welfare_lottery,service_purchase,1500000,spent\n";

/* 甲站 rose by 12.5, 乙站 fell by 15; 丙站 was seen once. */
static const char inspections[] =
  "station_id,inspected_on,region_code,score,staff_count,problems,result\n"
  "s1,2022-06-01,640302100,80,4,3,qualified\ns1,2023-06-01,640302100,92.5,4,1,excellent\n"
  "s2,2022-06-02,640302101,85,2,1,qualified\ns2,2023-06-02,640302101,70,1,5,to_rectify\n"
  "s3,2023-10-02,640303100,90,1,0,excellent\n";
/* Three people are to be in each station; of 200 who registered 150 sat and 45 passed. */
static const char figures[] =
  "source_id,region_code,indicator_id,dimensions,value,unit,period\n"
  "wuzhong-social-workers,640300,station_staff_standard,,3,people_per_station,2022\n"
  "wuzhong-social-workers,640302,exam_candidates,stage=registered,200,people,2023\n"
  "wuzhong-social-workers,640302,exam_candidates,stage=sat,150,people,2023\n"
  "wuzhong-social-workers,640302,exam_candidates,stage=passed,45,people,2023\n";

/* INDICATOR: of the chart that shows it; NULL: the end. */
typedef struct {
  const char *indicator;
  const char *region;
  int year; /* 0: any */
  const char *by;
  double value;
  const char *chart; /* (nullable): its kind */
  double reference;  /* of its line, where that is not 0 */
} Reading;

/**
 * Question:
 * @steps: what the user does
 * @texts: labels that are shown then
 * @lines: what lines of lists that are shown begin with, cells divided by tabs
 * @readings: values in charts that are shown
 */
typedef struct {
  const char *name;
  const char *steps[MAX_STEPS];
  const char *texts[MAX_TEXTS];
  const char *lines[MAX_TEXTS];
  Reading readings[MAX_TEXTS];
} Question;

static const Question questions[] = {
  /* 1: 4 people by the end of 2022, 6 by that of 2023; the yearbook's 287,367 and 326,574 of 2016 and 2017. */
  {
    "/questions/1/register",
    { "win.show-page::trends", "win.select-region::640302" },
    .texts = { "Litong District has 6 certified social workers (2023), up 50.0% on the year before." },
    .lines = { "2023\t6\t+2\t+50.0%" },
  },
  /* Six of seven people, for 460,790 residents; of the twelve of 吴忠市 that are certified. */
  {
    "/questions/1/overview",
    { "win.show-page::overview", "win.select-region::640302" },
    .texts = { "Certified social workers · 2023", "+50.0% on 2022 · 85.7% of all professionals · 0.13 per 10,000 residents · "
               "Wuzhong City: 12 people" },
    .readings = { { "certified_workers", "640302", 2022, NULL, 4, "line" },
                  { "certified_workers", "640302", 2023, NULL, 6, "line" } },
  },
  {
    "/questions/1/published",
    { "win.show-page::trends", "win.select-region::000000" },
    .lines = { "2017\t326,574\t+39,207\t+13.6%\t" },
    .readings = { { "certified_workers", "000000", 2016, NULL, 287367 } },
  },
  /* 2, 3: 5 and 4 in 2022, 5 and 6 in 2023. */
  {
    "/questions/2",
    { "win.show-page::trends", "win.select-region::640300" },
    .lines = { "Litong District\t1 ▲1\t4\t6\t+2\t+50.0%" },
  },
  {
    "/questions/3",
    { "win.show-page::trends", "win.select-region::640300" },
    .lines = { "Yanchi County\t2 ▼1\t5\t5\t0\t0.0%" },
    .readings = { { "certified_workers", "640323", 2022, NULL, 5 }, { "certified_workers", "640323", 2023, NULL, 5 } },
  },
  {
    "/questions/4",
    { "win.show-page::coverage", "win.select-region::640300" },
    .texts = { "2 operating township stations, 1 of them without anybody at all" },
    .lines = { "Litong District\t1\t乙站 (Jinyintan Town)", "Hongsibu District\t1\t丙站 (Hongsibao Town)" },
  },
  /* 242 stations for 243 townships, where full coverage is claimed. */
  {
    "/questions/5/published",
    { "win.show-page::coverage" },
    .readings = { { "township_coverage", "640000", 0, NULL, 242 / 2.43, "bar" }, { "coverage_rate", "640000", 0, NULL, 100 } },
  },
  /* Of the six statutory townships one has a station. */
  {
    "/questions/5/register",
    { "win.show-page::coverage", "win.select-region::640303" },
    .texts = { "5 townships" },
    .lines = { "Xinmin Subdistrict", "Taiyangshan Town", "Dahe Township", "Xinzhuangji Township", "Liuquan Township" },
  },
  /* 47 townships less three; one station opened in 2023. */
  {
    "/questions/6",
    { "win.show-page::coverage", "win.select-region::640300" },
    .texts = { "44 townships remain. At the pace of 2023 (1 a year) all have a station in 2067, assuming that the pace holds, no "
               "station closes, and the list of divisions stays that of 2023." },
  },
  {
    "/questions/7/lacking",
    { "win.compare(['110101', '110102'])", "win.show-page::compare" },
    .texts = { "What is missing for a full comparison",
               "Certified social workers of Dongcheng District, Xicheng District: enter what has been published, or import the "
               "register “Personnel”" },
  },
  {
    "/questions/7/figures",
    { "win.compare(['640000', '532900', '500110'])", "win.show-page::compare" },
    .texts = { "−20.3 pp" },
    .readings = { { "certified_workers", "640000", 0, NULL, 4072 }, { "certified_workers", "532900", 0, NULL, 477 } },
  },
  /* 4,072 of 13,000 to 929,000 of 1,600,000, 31.3 % to 58.1 %; 4,072 of 7,202,654 to 1,516,000 of 1,411,778,724 residents, 5.65 to 10.74. */
  {
    "/questions/8",
    { "win.compare(['000000', '640000'])", "win.show-page::compare" },
    .texts = { "≈ −26.8 pp", "≈ −5.09" },
    .readings = { { "certified_share", "640000", 0, NULL, 4072 / 130.0 }, { "certified_share", "000000", 0, NULL, 929 / 16.0 } },
  },
  /* 4,072 of 7,202,654 residents. */
  {
    "/questions/9",
    { "win.show-page::overview", "win.select-region::000000", "win.set-indicator::certified_per_10k" },
    .readings = { { "certified_per_10k", "640000", 0, NULL, 4072 * 1e4 / 7202654 } },
  },
  /* Above the line on which all would lie that have the nation's rate, or below it. */
  {
    "/questions/10/all",
    { "win.show-page::overview", "win.select-region::000000" },
    .readings = { { "population", "640000", 0, NULL, 7202654, "scatter", 1516000.0 / 1411778724 },
                  { "certified_workers", "640000", 0, NULL, 4072, "scatter" } },
  },
  /* 477 of 3,337,559 residents: fewer for each, too. */
  {
    "/questions/10/two",
    { "win.compare(['640000', '532900'])", "win.show-page::compare" },
    .texts = { "They differ most in certified workers per 10,000 residents: Ningxia has 5.65, Dali Prefecture 1.43, 4.0 "
               "times as much for the first." },
    .readings = { { "certified_workers", "532900", 0, NULL, 477 },
                  { "certified_per_10k", "532900", 0, NULL, 477 * 1e4 / 3337559 } },
  },
  /* Of four people two are of the intermediate grade or above, then of six four. */
  {
    "/questions/11",
    { "win.show-page::trends", "win.select-region::640302" },
    .readings = { { "certified_workers", "640302", 2022, "assistant", 2 },
                  { "certified_workers", "640302", 2023, "assistant", 2 },
                  { "certified_workers", "640302", 2023, "intermediate", 3 },
                  { "certified_workers", "640302", 2023, "senior", 1 } },
  },
  {
    "/questions/12/how-many",
    { "win.show-page::overview" },
    .texts = { "✓ 3,202 + 868 + 2 = 4,072, as the published total" },
    .readings = { { "certified_workers", "640000", 2023, "senior", 2 } },
  },
  {
    "/questions/12/where",
    { "win.show-page::overview", "win.select-region::640300" },
    .texts = { "1 person. Divisions with some: 1, with none: 4, not known: 0" },
    .lines = { "Litong District\t1\t2023", "Hongsibu District\t0\t2023" },
  },
  {
    "/questions/12/not-known",
    { "win.show-page::overview" },
    .lines = { "Wuzhong City\t1\t2023", "Yinchuan City\tnot known\t" },
  },
  /* 3,840,000 yuan for 112 stations. */
  {
    "/questions/13/published",
    { "win.show-page::funding", "win.select-region::532900" },
    .readings = { { "funding_per_station", "532900", 0, NULL, 34285.71, "bar" } },
  },
  /* 1,000,000 for two stations, 3,000,000 for one. */
  {
    "/questions/13/ledger",
    { "win.show-page::funding", "win.select-region::640300" },
    .readings = { { "funding_per_station", "640302", 0, NULL, 500000 }, { "funding_per_station", "640303", 0, NULL, 3000000 } },
  },
  {
    "/questions/14/published",
    { "win.show-page::funding" },
    .readings = { { "funding", "640000", 2023, "central", 7860000, "percent-bar" } },
  },
  {
    "/questions/14/ledger",
    { "win.show-page::funding", "win.select-region::640300" },
    .texts = { "⚠ The welfare lottery gives 75.0% (2023): more than half depends on one source." },
    .readings = { { "funding", "640300", 2023, "central", 1000000 }, { "funding", "640300", 2023, "welfare_lottery", 3000000 } },
  },
  {
    "/questions/15/ledger",
    { "win.show-page::funding", "win.select-region::640300" },
    .lines = { "Hongsibu District\t3.00\t1.50\t1.50\t50.0%", "Litong District\t1.00\t0.80\t0.20\t80.0%" },
  },
  {
    "/questions/15/published",
    { "win.show-page::funding", "win.select-region::532900" },
    .texts = { "Nobody has both the amount allocated and the amount spent of one year. Enter both, or import the ledger of funding "
               "with the stage of each entry." },
  },
  /* 1,000,000 yuan for two stations. Who works in them is known of one county only, and so it is the 6 certified of 460,790
   * residents that the money is set against. */
  {
    "/questions/16",
    { "win.show-page::funding", "win.select-region::640300" },
    .texts = { "Does more money go with more certified workers?" },
    .readings = { { "funding_per_station", "640302", 0, NULL, 500000, "scatter" },
                  { "certified_per_10k", "640302", 0, NULL, 6 * 1e4 / 460790, "scatter" } },
  },
  /* One in March, one in September. */
  {
    "/questions/17/register",
    { "win.show-page::overview", "win.select-region::640300" },
    .texts = { "2 registrations lapse within twelve months of the register of 2023. They are renewed in the last three months." },
    .readings = { { "registrations_expiring", "640302", 2023, "03", 1, "heat" },
                  { "registrations_expiring", "640323", 2023, "09", 1, "heat" },
                  { "registrations_expiring", "640323", 2023, "03", 0, "heat" } },
  },
  {
    "/questions/17/lacking",
    { "win.show-page::overview", "win.select-region::532900" },
    .texts = { "Until when registrations are valid is not known. Import the register of personnel with the column “Registration "
               "valid until”." },
  },
  /* 40 hours of 72, and 12 of 90. */
  {
    "/questions/18/divisions",
    { "win.show-page::overview", "win.select-region::640300" },
    .texts = { "Wuzhong City: 10 of 12 holders have the hours they need (83.3%), 2 are short." },
    .readings = { { "education_short", "640302", 2023, NULL, 2, "bar" }, { "education_short", "640323", 2023, NULL, 0, "bar" } },
  },
  {
    "/questions/18/stations",
    { "win.show-page::overview", "win.select-region::640302" },
    .lines = { "At no station\t1\t4", "甲站\t1\t2" },
  },
  {
    "/questions/18/lacking",
    { "win.show-page::overview", "win.select-region::532900" },
    .texts = { "How many hours holders have is not known. Import the register of personnel with the column “Hours of continuing "
               "education”; where other hours are required than by the national rule, enter them." },
  },
  {
    "/questions/19/divisions",
    { "win.show-page::overview", "win.select-region::640300" },
    .texts = { "Pass rate of those who sat, pass rate of those registered, share of those registered who did not sit" },
    .lines = { "Wuzhong City\t—\t≥ 2,000\t288\t≤ 14.4%\t—\t—", "Litong District\t200\t150\t45\t30.0%\t22.5%\t25.0%" },
  },
  {
    "/questions/19/lacking",
    { "win.show-page::overview", "win.select-region::500110" },
    .texts = { "No candidates are known. Enter the published numbers of those who registered, sat and passed (“Exam candidates” by "
               "stage) of the region and of each division, or import a table of published figures." },
  },
  /* 288 passed of more than 2,000 who sat. */
  {
    "/questions/19/published",
    { "win.show-page::overview", "win.set-indicator::exam_pass_rate" },
    .readings = { { "exam_pass_rate", "640300", 0, NULL, 14.4 } },
  },
  /* Four and two people in the stations of 利通区, one in that of 红寺堡区, where three should be. */
  {
    "/questions/20/standard",
    { "win.show-page::coverage", "win.select-region::640300" },
    .texts = { "Wuzhong City: 2 of 3 stations have fewer staff than the standard (66.7%)." },
    .readings = { { "stations_below_standard_share", "640302", 0, NULL, 50, "bar" },
                  { "stations_below_standard_share", "640303", 0, NULL, 100, "bar" },
                  { "stations_by_staff", "640302", 2023, "4", 1, "heat" },
                  { "workers_per_station", "640302", 0, NULL, 3 },
                  { "workers_per_station", "640303", 0, NULL, 1 } },
  },
  {
    "/questions/20/lacking",
    { "win.show-page::coverage", "win.select-region::532900" },
    .texts = { "How many work in each station is not known. Import the register of stations with the number of staff, and enter the "
               "staff standard of a township station that holds here." },
  },
  {
    "/questions/21/register",
    { "win.show-page::coverage", "win.select-region::640300" },
    .texts = { "2 stations inspected twice or more; those first whose score changed most" },
    .lines = { "乙站\tJinyintan Town\t2022-06-02 → 2023-06-02\t85\t70\t−15\t1 → 5\t2 → 1\tTo be rectified",
               "甲站\tJinji Town\t2022-06-01 → 2023-06-01\t80\t92.5\t+12.5\t3 → 1\t4 → 4\tExcellent" },
  },
  {
    "/questions/21/lacking",
    { "win.show-page::coverage", "win.select-region::532900" },
    .texts = { "No inspections are known. Import the register of inspections: the number of the station, its division, the date, and "
               "the score, the staff present, the problems found or the result." },
  },
  {
    "/questions/22/returns",
    { "win.show-page::coverage" },
    .lines = { "Wuzhong City\t5 of 5\t5 of 5\t5 of 5\t0 of 5", "Guyuan City\t0 of 5\t0 of 5\t0 of 5\t0 of 5" },
  },
  {
    "/questions/22/odd",
    { "win.show-page::overview" },
    .texts = { "868 people were rewarded for a certificate of the intermediate grade or above, which 870 hold" },
  },
  {
    "/questions/23",
    { "win.show-page::trends", "win.select-region::000000" },
    .lines = { "2017\t326,574 people\tshown\t", "2017\tabout 327,000 people\tnot chosen\t" },
  },
};

static gboolean
is_ready (gpointer window)
{
  return atlas_page_is_complete (atlas_main_window_get_page (window));
}

static void
take_step (MainWindow *fixture,
           const char *action)
{
  main_window_activate (fixture, action);
  window_test_settle (is_ready, fixture->window);
  window_test_settle (NULL, NULL);
}

static GtkWidget *
get_page (MainWindow *fixture)
{
  return GTK_WIDGET (atlas_main_window_get_page (fixture->window));
}

static void
assert_text (MainWindow *fixture,
             const char *text)
{
  if (window_test_find_label (get_page (fixture), text) == NULL)
    g_error ("“%s” is not shown", text);
}

static gboolean
has_line (GtkWidget  *widget,
          const char *start)
{
  if (ATLAS_IS_LIST_CARD (widget) && gtk_widget_get_mapped (widget))
    {
      g_autofree char *list = atlas_list_card_dup_tsv (ATLAS_LIST_CARD (widget));
      g_auto (GStrv) lines = g_strsplit (list, "\n", -1);

      g_test_message ("%s", list);
      for (guint i = 0; lines[i] != NULL; i++)
        if (g_str_has_prefix (lines[i], start))
          return TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_line (child, start))
      return TRUE;
  return FALSE;
}

/* (nullable): what SPEC shows of what is read. */
static const AtlasObservation *
find_in_chart (const AtlasChartSpec *spec,
               const Reading        *reading)
{
  if (reading->chart != NULL && strcmp (atlas_chart_kind_to_id (spec->kind), reading->chart) != 0)
    return NULL;
  for (guint i = 0; i < atlas_table_get_n_parts (spec->table); i++)
    {
      AtlasTable *part = atlas_table_get_part (spec->table, i);
      const AtlasObservation *row = atlas_table_find (part, reading->region, reading->year, reading->by);

      if (strcmp (atlas_table_get_question (part)->indicator, reading->indicator) == 0 && row != NULL &&
          !atlas_observation_is_missing (row))
        return row;
    }
  return NULL;
}

/* (nullable): the first that a chart shows of what is read. */
static const AtlasObservation *
find_reading (GPtrArray     *cards,
              const Reading *reading)
{
  for (guint i = 0; i < cards->len; i++)
    {
      const AtlasChartSpec *spec = atlas_chart_view_get_spec (atlas_chart_card_get_view (g_ptr_array_index (cards, i)));
      const AtlasObservation *row = find_in_chart (spec, reading);

      if (row == NULL)
        continue;
      if (reading->reference != 0)
        g_assert_cmpfloat_with_epsilon (spec->reference, reading->reference, 1e-9);
      return row;
    }
  return NULL;
}

static void
assert_reading (MainWindow    *fixture,
                const Reading *reading)
{
  g_autoptr (GPtrArray) cards = atlas_page_charts_list_cards (get_page (fixture));
  const AtlasObservation *row = find_reading (cards, reading);

  if (row == NULL)
    g_error ("No chart shows %s of %s, %d, %s", reading->indicator, reading->region, reading->year, reading->by);
  g_assert_cmpfloat_with_epsilon (row->value, reading->value, 1e-9);
}

static void
test_question (MainWindow    *fixture,
               gconstpointer  data)
{
  const Question *question = data;

  for (guint i = 0; i < MAX_STEPS && question->steps[i] != NULL; i++)
    take_step (fixture, question->steps[i]);
  for (guint i = 0; i < MAX_TEXTS && question->texts[i] != NULL; i++)
    assert_text (fixture, question->texts[i]);
  for (guint i = 0; i < MAX_TEXTS && question->lines[i] != NULL; i++)
    if (!has_line (get_page (fixture), question->lines[i]))
      g_error ("No line begins with “%s”", question->lines[i]);
  for (guint i = 0; i < MAX_TEXTS && question->readings[i].indicator != NULL; i++)
    assert_reading (fixture, &question->readings[i]);
}

/* What a click on the head of COLUMN of the register of personnel brings to the top of it: the person's number and the cell,
 * where there is one. The page, the table and the click are the three steps. */
static void
assert_first_people (MainWindow        *fixture,
                     guint              column,
                     const char *const *expected,
                     guint              n)
{
  AtlasRowGrid *grid;
  g_autoptr (AtlasRowIndex) rows = NULL;
  g_autoptr (AtlasRowPage) cells = NULL;
  guint found = 0;

  take_step (fixture, "win.show-page::data");
  grid = atlas_data_page_get_grid (ATLAS_DATA_PAGE (get_page (fixture)));
  atlas_data_page_show_table (ATLAS_DATA_PAGE (get_page (fixture)), "personnel");
  window_test_settle (is_ready, fixture->window);
  atlas_row_grid_sort (grid, column, FALSE);
  window_test_settle (is_ready, fixture->window);
  window_test_settle (NULL, NULL);
  rows = atlas_row_grid_ref_rows (grid);
  cells = atlas_row_index_load_page (rows, atlas_session_get_dataset (fixture->session), 0, NULL);
  for (guint i = 0; i < atlas_row_page_get_n_rows (cells) && found < n; i++)
    {
      g_autofree char *line = g_strdup_printf ("%s %s", atlas_row_page_get_cell (cells, i, ATLAS_PERSON_ID),
                                               atlas_row_page_get_cell (cells, i, column));

      if (atlas_row_page_get_cell (cells, i, column)[0] != '\0')
        g_assert_cmpstr (line, ==, expected[found++]);
    }
  g_assert_cmpuint (found, ==, n);
  assert_text (fixture, "13 rows");
}

/* 17: two registrations lapse in the year after the register's, then that of a third. */
static void
test_lapsing (MainWindow    *fixture,
              gconstpointer  data)
{
  const char *expected[] = { "a1 2024-03-31", "b1 2024-09-30", "a3 2025-03-31" };

  assert_first_people (fixture, ATLAS_PERSON_EXPIRES_ON, expected, G_N_ELEMENTS (expected));
}

/* 18: who has fewest hours. */
static void
test_hours (MainWindow    *fixture,
            gconstpointer  data)
{
  const char *expected[] = { "a4 12", "a1 40", "a2 72", "a3 90" };

  assert_first_people (fixture, ATLAS_PERSON_EDUCATION_HOURS, expected, G_N_ELEMENTS (expected));
}

static gboolean
has_result (gpointer dialog)
{
  return window_test_find_label (dialog, "Open Folder") != NULL;
}

/* Takes NAME out of FOLDER, where it must be. */
static void
take_file (const char *folder,
           const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (g_unlink (path) != 0)
    g_error ("There is no %s", path);
}

/* 24: a region and one action: a report on each of its five counties, of which registers alone tell, and lists of what was made. */
static void
test_batch (MainWindow    *fixture,
            gconstpointer  data)
{
  static const char *const names[] = { "640302-Litong-District.pdf", "640303-Hongsibu-District.pdf",
                                       "640323-Yanchi-County.pdf",   "640324-Tongxin-County.pdf",
                                       "640381-Qingtongxia-City.pdf", "index.csv", "log.csv" };
  g_autofree char *folder = main_window_dup_path ("briefs");
  g_autofree char *action = g_strdup_printf ("win.report-each(('county', '%s'))", folder);
  GtkWidget *dialog;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  take_step (fixture, "win.select-region::640300");
  take_step (fixture, action);
  dialog = window_test_find_toplevel (ATLAS_TYPE_BATCH_DIALOG);
  g_assert_nonnull (dialog);
  window_test_settle (has_result, dialog);
  g_assert_nonnull (window_test_find_label (dialog, "5 Reports Written"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    take_file (folder, names[i]);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* 25: the tables of the page in one step, for Excel as text and as a workbook. */
static void
test_table (MainWindow    *fixture,
            gconstpointer  data)
{
  static const char *const names[] = { "table.csv", "table.xlsx" };
  static const char *const starts[] = { "\xEF\xBB\xBF", "PK\x03\x04" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = main_window_dup_path (names[i]);
      g_autofree char *action = g_strconcat ("win.export-table::", path, NULL);
      g_autofree char *contents = NULL;

      main_window_start (fixture, action);
      window_test_settle (window_test_has_file, path);
      window_test_settle (NULL, NULL);
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_assert_true (g_str_has_prefix (contents, starts[i]));
      if (i == 0)
        g_assert_nonnull (strstr (contents, ",4072,"));
      g_unlink (path);
    }
}

static void
add (const char *name,
     void      (*test) (MainWindow *fixture, gconstpointer data))
{
  g_test_add (name, MainWindow, NULL, main_window_set_up, test, main_window_tear_down);
}

static void
import_registers (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset =
    atlas_dataset_open (main_window_get_dataset_path (), ATLAS_DATASET_READ_WRITE, &error);

  g_assert_no_error (error);
  window_test_import (dataset, "stations", "2023-12-31", "640300", stations);
  window_test_import (dataset, "personnel", "2023-12-31", "640300", people);
  window_test_import (dataset, "funding", "2023-12-31", "640300", money);
  window_test_import (dataset, "inspections", "2023-12-31", "640300", inspections);
  window_test_import (dataset, "figures", "2023-12-31", NULL, figures);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  main_window_init (&argc, &argv);
  import_registers ();

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    g_test_add (questions[i].name, MainWindow, &questions[i], main_window_set_up, test_question, main_window_tear_down);
  add ("/questions/17/people", test_lapsing);
  add ("/questions/18/people", test_hours);
  add ("/questions/24", test_batch);
  add ("/questions/25", test_table);

  result = g_test_run ();
  main_window_finish ();
  return result;
}
