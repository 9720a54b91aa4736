/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "registered.h"

#include <glib/gstdio.h>
#include <string.h>

#include "bundled.h"
#include "dataset/dimension-values.h"
#include "dataset/registers/rollup.h"

#define END "2023, '2023-12-31', 1, NULL, NULL);"
#define PERSON(id, region, grade, certified, expires, assistant, intermediate, senior) \
  "INSERT INTO personnel VALUES (NULL, '" id "', 'Name', '" grade "', '', '" certified "', '" expires "', '" assistant \
  "', '" intermediate "', '" senior "', NULL, '', '', '" region "', '', " END
#define STATION(id, region, tier, status, opened, closed, staff) \
  "INSERT INTO stations VALUES (NULL, '" id "', 'Name', '" tier "', '" region "', '" status "', '" opened "', '" closed \
  "', '', " staff ", " END
#define FUNDING(region, year, entry, source, purpose, fen, qualifier, stage) \
  "INSERT INTO funding VALUES (NULL, '" region "', " #year ", '" entry "', '" source "', '" purpose "', " #fen ", '" \
  qualifier "', '" stage "', " END
#define SERVICE(station, year, kind, count, person_times) \
  "INSERT INTO services VALUES (NULL, '" station "', " #year ", 1, '" kind "', " count ", " person_times ", " END

/* 640303 红寺堡区 and 640302 利通区 have most of it, 640323 盐池县 little, 640324 同心县 and 640381 青铜峡市 nothing.
 * 500110004 is one of the ten divisions of 万盛 that do not count for 綦江区. */
static const char rows[] =
  "INSERT INTO imports VALUES (1, '2024-01-05T08:00:00Z', '2023-12-31');"
  "INSERT INTO import_inputs VALUES (1, 1, 's.csv', '', 'stations', '2023-12-31', 1, 0, 0, 0, 0);"
  "INSERT INTO import_inputs VALUES (1, 2, 'p.csv', '', 'personnel', '2023-12-31', 1, 0, 0, 0, 0);"
  "INSERT INTO import_inputs VALUES (1, 3, 'f.csv', '', 'funding', '2023-12-31', 1, 0, 0, 0, 0);"
  PERSON ("p1", "640303100", "assistant", "2015-06-01", "2024-06-01", "", "", "")
  PERSON ("p2", "640303", "intermediate", "", "2023-12-31", "2016-10-01", "2020-10-01", "")
  PERSON ("p3", "640302100", "senior", "", "", "", "", "2021")
  PERSON ("p4", "640323", "none", "", "", "", "", "")
  PERSON ("p5", "640323", "assistant", "", "2023-11-30", "", "", "")
  STATION ("s1", "640303100", "township_station", "operating", "2020-05-01", "", "4, 'exact'")
  STATION ("s2", "640303101", "township_station", "operating", "2022-01-01", "", "NULL, ''")
  STATION ("s3", "640303101", "township_station", "operating", "2023-01-01", "", "2, 'exact'")
  STATION ("s4", "640302100", "township_station", "closed", "2019-01-01", "2021-06-01", "9, 'exact'")
  STATION ("s5", "640303", "county_centre", "operating", "2021-01-01", "", "3, 'exact'")
  STATION ("s6", "640323100", "township_station", "planned", "", "", "NULL, ''")
  STATION ("s7", "500110004", "township_station", "operating", "2020-01-01", "", "1, 'exact'")
  STATION ("s8", "500110001", "township_station", "operating", "2020-01-01", "", "1, 'exact'")
  FUNDING ("640303", 2022, "1", "central", "training", 100000, "exact", "allocated")
  FUNDING ("640303", 2022, "2", "county", "other", 5050, "exact", "")
  FUNDING ("640302", 2022, "1", "central", "training", 200000, "at_least", "")
  FUNDING ("640302", 2022, "2", "central", "training", 7000000, "exact", "budgeted")
  FUNDING ("640402", 2022, "1", "county", "training", 30000, "exact", "spent")
  FUNDING ("640402", 2022, "2", "county", "training", 90000, "exact", "budgeted")
  FUNDING ("640402", 2022, "3", "county", "other", 40000, "exact", "budgeted")
  SERVICE ("s1", 2023, "household_visit", "10, 'exact'", "20, 'about'")
  SERVICE ("s1", 2023, "group", "2, 'exact'", "30, 'exact'")
  SERVICE ("s1", 2023, "community_activity", "3, 'exact'", "400, 'exact'");

static void
write_rows (const char *path,
            const char *returns)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3) db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_true (atlas_sqlite_run (db, "BEGIN", &error));
  g_assert_true (atlas_sqlite_run (db, rows, &error));
  g_assert_true (atlas_sqlite_run (db, returns, &error));
  g_assert_true (atlas_rollups_rebuild (db, atlas_catalogue_get_regions (bundled_catalogue ()), &error));
  g_assert_true (atlas_sqlite_run (db, "COMMIT", &error));
  g_assert_no_error (error);
}

Registered *
registered_new (const char *returns)
{
  Registered *self = g_new0 (Registered, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  self->folder = g_dir_make_tmp ("atlas-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "registered.atlas", NULL);
  g_file_get_contents (atlas_dataset_get_path (bundled_dataset ()), &contents, &length, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (self->path, contents, (gssize) length, &error));
  write_rows (self->path, returns);
  self->dataset = atlas_dataset_open (self->path, ATLAS_DATASET_READ_ONLY, &error);
  g_assert_no_error (error);
  self->catalogue = atlas_catalogue_new (self->dataset, &error);
  g_assert_no_error (error);
  return self;
}

void
registered_free (Registered *self)
{
  atlas_catalogue_unref (self->catalogue);
  g_assert_finalize_object (self->dataset);
  g_assert_cmpint (g_remove (self->path), ==, 0);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

AtlasTable *
registered_answer (Registered    *self,
                   AtlasQuestion *question)
{
  g_autoptr (AtlasQuestion) owned = question;
  g_autoptr (GError) error = NULL;
  AtlasTable *table = atlas_answer (self->dataset, self->catalogue, owned, &error);

  g_assert_no_error (error);
  return table;
}

char *
registered_describe (const AtlasObservation *row)
{
  if (atlas_observation_is_missing (row))
    return g_strdup ("M");
  return g_strdup_printf ("%.12g %s %s %s %s", row->value, atlas_status_to_id (row->status),
                          atlas_qualifier_to_id (row->qualifier), atlas_basis_to_id (row->basis), row->period);
}

char *
registered_ask (Registered  *self,
                AtlasFrom    from,
                const char  *indicator,
                const char  *region,
                const char  *where,
                int          year,
                char       **out_note)
{
  AtlasQuestion *question = atlas_question_new (indicator);
  g_autoptr (AtlasTable) table = NULL;
  const AtlasObservation *row;

  g_ptr_array_unref (question->where);
  question->where = atlas_dimension_values_parse (where, NULL);
  atlas_question_set_regions (question, (const char *const[]) { region, NULL });
  atlas_question_set_years (question, year, year);
  question->from = from;
  table = registered_answer (self, question);
  g_assert_cmpuint (atlas_table_get_n_rows (table), ==, 1);
  row = atlas_table_get_row (table, 0);
  if (out_note != NULL)
    *out_note = atlas_observation_dup_note (row);
  return registered_describe (row);
}

void
registered_check (Registered           *self,
                  const RegisteredCase *cases,
                  guint                 n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *note = NULL;
      g_autofree char *answer = registered_ask (self, cases[i].from, cases[i].indicator, cases[i].region, cases[i].where,
                                                cases[i].year, &note);

      g_test_message ("%s %s %s %d: %s (%s)", cases[i].indicator, cases[i].region, cases[i].where, cases[i].year, answer,
                      note);
      g_assert_cmpstr (answer, ==, cases[i].expected);
      if (cases[i].note != NULL)
        g_assert_nonnull (strstr (note, cases[i].note));
    }
}
