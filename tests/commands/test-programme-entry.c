/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* The programmes on which the documents print no number, or none where it is asked: each says what to enter, and answers once that has
 * been entered. */

#include "config.h"

#include <string.h>

#include "program.h"

#define PROJECTS "region_code,year,project_id,name,project_stage,programme,buyer,provider\n"
#define POLICIES "region_code,year,document_no,title,document_kind,issuer,subject\n"
#define TRAINING "region_code,year,class_id,name,topic,organiser,trainees\n"
#define FIGURES "source_id,region_code,indicator_id,dimensions,value,unit,period\n"

/**
 * Entry:
 * @to_enter: of what it says that it be entered; NULL where a number of somewhere else is printed
 * @files: the tables to import, one after the other
 * @answer: lines of what is then said
 */
typedef struct {
  const char *id;
  const char *to_enter;
  const char *files[2];
  const char *answer[2];
} Entry;

static const Entry entries[] = {
  { "S15", "The project register, with buyer and provider",
    { PROJECTS "500104,2023,1,Lunch,running,,Civil Affairs,Chunhui\n" },
    { "Dadukou District  Contracted service organisations  1 organisation  2023",
      "Dadukou District  2023  Lunch  Running               Civil Affairs  Chunhui" } },
  { "S16", "The register of policies: documents on linkage",
    { POLICIES "522601,2021,No. 5,Six together,policy,Kaili,linkage\n" },
    { "Kaili City  2021  Six together  No. 5            Kaili" } },
  { "S18", "Demonstration sites by kind",
    { FIGURES "kaili-three-party-linkage,522601,demonstration_sites,kind=childrens_home,3,sites,2021\n" },
    { "Kaili City        Demonstration sites · Demonstration children's homes  3 sites  2021" } },
  { "S35", "The training register: each visit",
    { TRAINING "150603,2023,1,Visit to Shenzhen,other,Kangbashi,12\n" },
    { "Kangbashi District  2023  Visit to Shenzhen  Kangbashi" } },
  { "S42", "The training register: classes on policies and law",
    { TRAINING "640000,2023,2,Civil Code,policy_and_law,Ningxia,50\n" },
    { "Ningxia  Training classes · Policy and law  1 class  2023",
      "Ningxia  2023  Civil Code  Ningxia" } },
  { "S43", "The training register, with the experts who taught as organisers",
    { TRAINING "500110,2023,3,Lecture,supervision,Southwest University,30\n" },
    { "Qijiang District  2023  Lecture  Supervision  Southwest University" } },
  { "S60", "The number of service fields",
    { POLICIES "152200,2022,No. 2,Service list,policy,Hinggan,service_norms\n",
      FIGURES "hinggan-five-party-linkage,152200,service_field_count,,5,categories,2022\n" },
    { "Hinggan League  2022  Service list  No. 2            Hinggan",
      "Hinggan League  Service fields  5 categories  2022" } },
  { "S69", NULL,
    { FIGURES "dadukou-old-and-young,500104,cases_shared,,4,cases,2023\n" },
    { "Dadukou District  Practice cases shared     4 cases  2023" } },
  { "S70", "The service register: times and person-times of visits and cases",
    { "station_id,name,tier,region_code,status\nZ1,Mulan,township_station,230127100,operating\n",
      "year,month,station_id,kind,count,person_times\n2023,5,Z1,household_visit,40,60\n2023,5,Z1,case,3,9\n" },
    { "Mulan County  Households visited  40 households  2023", "Mulan County  Individual cases          3 cases  2023" } },
  { "S77", "The register of policies: documents of Hunan",
    { POLICIES "430000,2021,No. 1,Goals for 2025,policy,Hunan,linkage\n522601,2021,No. 9,Elsewhere,policy,Kaili,linkage\n" },
    { "Hunan   Policy documents  1 document  2021", "Hunan   2021  Goals for 2025  No. 1            Party linkage  Hunan" } },
  { "S78", "The register of policies: documents on other subjects",
    { POLICIES "522601,2021,No. 6,Method 54321,policy,Kaili,other\n" },
    { "Kaili City  2021  Method 54321  No. 6            Kaili" } },
  { "S80", NULL,
    { FIGURES "kangbashi-social-workers,150603,supervision_rounds,,2,times,2023\n" },
    { "Kangbashi District  Supervision rounds  2 times  2023" } },
  { "S81", "The register of organisations: groups and teams",
    { "org_id,name,org_kind,region_code,registered_on\nJ1,Art troupe,community_social_org,152200,2022-03-01\n" },
    { "Hinggan League  Community social organisations  1 organisation  2022",
      "Hinggan League  Art troupe  2022-03-01" } },
};

static char *folder;
static GBytes *published;

/* A dataset of its own, so that nothing but its own files answers it. */
static void
start (void)
{
  g_autofree char *path = g_build_filename (folder, "a.atlas", NULL);
  gsize length;
  const char *data = g_bytes_get_data (published, &length);

  g_assert_true (g_file_set_contents (path, data, (gssize) length, NULL));
}

static void
ask (Program    *program,
     const char *id)
{
  program_run (program, folder, "query", "a.atlas", "--programme", id, NULL);
  program_assert_done (program);
}

static void
assert_says (const Program *program,
             const char    *text,
             gboolean       expected)
{
  if ((strstr (program->out, text) != NULL) != expected)
    g_error ("“%s” is %ssaid: %s", text, expected ? "not " : "", program->out);
}

static void
test_entry (gconstpointer data)
{
  const Entry *entry = data;
  g_auto (Program) program = { NULL };
  g_autofree char *path = g_build_filename (folder, "rows.csv", NULL);

  start ();
  ask (&program, entry->id);
  if (entry->to_enter != NULL)
    {
      assert_says (&program, "There are no figures. To enter: ", TRUE);
      assert_says (&program, entry->to_enter, TRUE);
    }
  for (guint i = 0; i < G_N_ELEMENTS (entry->answer) && entry->answer[i] != NULL; i++)
    assert_says (&program, entry->answer[i], FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (entry->files) && entry->files[i] != NULL; i++)
    {
      g_assert_true (g_file_set_contents (path, entry->files[i], -1, NULL));
      program_run (&program, folder, "import", "a.atlas", "auto", "rows.csv", "--as-of", "2023-12-31", NULL);
      program_assert_done (&program);
    }
  ask (&program, entry->id);
  assert_says (&program, "There are no figures.", FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (entry->answer) && entry->answer[i] != NULL; i++)
    assert_says (&program, entry->answer[i], TRUE);
}

/* Of many rows the last are told, and how many there are; only those of the division that is asked for. */
static void
test_many (void)
{
  g_auto (Program) program = { NULL };
  g_autofree char *path = g_build_filename (folder, "rows.csv", NULL);
  g_autoptr (GString) rows = g_string_new (PROJECTS);

  start ();
  for (guint i = 1; i <= 25; i++)
    g_string_append_printf (rows, "640303,2023,%u,Project %u,running,three_areas_plan,,\n", i, i);
  g_string_append (rows, "500104,2023,1,Elsewhere,running,three_areas_plan,,\n500104,2023,2,Other,running,,,\n");
  g_assert_true (g_file_set_contents (path, rows->str, -1, NULL));
  program_run (&program, folder, "import", "a.atlas", "auto", "rows.csv", "--as-of", "2023-12-31", NULL);
  ask (&program, "S45");
  assert_says (&program, "\nProjects · Three Areas Plan (the last 20 of 26 rows)\n", TRUE);
  assert_says (&program, "Dadukou District   2023  Elsewhere", TRUE);
  assert_says (&program, "Hongsibu District  2023  Project 25", TRUE);
  assert_says (&program, "Project 7 ", TRUE);
  assert_says (&program, "Project 6 ", FALSE);
  assert_says (&program, "Other", FALSE);
  assert_says (&program, "  By registers: Dadukou District, Hongsibu District\n", TRUE);
  program_run (&program, folder, "query", "a.atlas", "--programme", "S45", "--regions", "500104", NULL);
  assert_says (&program, "\nProjects · Three Areas Plan\n", TRUE);
  assert_says (&program, "Project 25", FALSE);
}

/* The measures of Hunan are those of Hunan, whoever asks. */
static void
test_within (void)
{
  const struct { const char *region; gboolean expected; } cases[] = {
    { "000000", TRUE }, { "430000", TRUE }, { "430100", FALSE }, { "522601", FALSE },
  };
  g_autofree char *path = g_build_filename (folder, "rows.csv", NULL);
  g_auto (Program) program = { NULL };

  start ();
  g_assert_true (g_file_set_contents (path, POLICIES "430000,2021,No. 1,Measure one,policy,Hunan,linkage\n"
                                                     "522601,2021,No. 9,Elsewhere,policy,Kaili,linkage\n", -1, NULL));
  program_run (&program, folder, "import", "a.atlas", "auto", "rows.csv", "--as-of", "2023-12-31", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      program_run (&program, folder, "query", "a.atlas", "--programme", "S77", "--regions", cases[i].region, NULL);
      assert_says (&program, "Measure one", cases[i].expected);
      assert_says (&program, "Elsewhere", FALSE);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_auto (Program) program = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *contents = NULL;
  gsize length;
  int result;

  g_test_init (&argc, &argv, NULL);
  folder = test_folder_make ();
  program_run (&program, folder, "new", "a.atlas", NULL);
  path = g_build_filename (folder, "a.atlas", NULL);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  published = g_bytes_new_take (g_steal_pointer (&contents), length);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autofree char *name = g_strdup_printf ("/programme-entry/%s", entries[i].id);

      g_test_add_data_func (name, &entries[i], test_entry);
    }
  g_test_add_func ("/programme-entry/many", test_many);
  g_test_add_func ("/programme-entry/within", test_within);
  result = g_test_run ();
  g_bytes_unref (published);
  test_folder_remove (folder);
  return result;
}
