/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "../fixture.h"
#include "random-registers.h"
#include "rollup-fixture.h"
#include "rollup-sums.h"

static void
set_up (RollupFixture *self,
        gconstpointer  data)
{
  rollup_fixture_set_up (self, data);
  g_assert_true (atlas_sqlite_run (self->db, "BEGIN", NULL));
}

static void
rebuild (RollupFixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_rollups_rebuild (self->db, self->regions, &error));
  g_assert_no_error (error);
}

static void
assert_as_rebuilt (RollupFixture *self)
{
  g_autofree char *counted = rollup_dump (self->db);
  g_autofree char *rebuilt = NULL;

  rebuild (self);
  rebuilt = rollup_dump (self->db);
  g_assert_cmpstr (counted, ==, rebuilt);
}

/* Whatever happened on the way, the roll-ups are those of the registers as they are now. */
static void
test_any_history (RollupFixture *self,
                  gconstpointer  data)
{
  for (guint round = 0; round < 12; round++)
    {
      random_registers_insert (self->db, self->rollup, (guint) g_test_rand_int_range (0, 120));
      random_registers_change (self->db, self->rollup, (guint) g_test_rand_int_range (0, 60));
      random_registers_remove (self->db, self->rollup, (guint) g_test_rand_int_range (0, 60));
      rollup_fixture_apply (self);
      assert_as_rebuilt (self);
    }
}

static void
test_emptied (RollupFixture *self,
              gconstpointer  data)
{
  g_autofree char *dump = NULL;

  random_registers_insert (self->db, self->rollup, 200);
  rollup_fixture_apply (self);
  random_registers_remove (self->db, self->rollup, 3000);
  rollup_fixture_apply (self);
  dump = rollup_dump (self->db);
  g_assert_cmpstr (dump, ==, "");
}

/* Years in which each grade begins, 9999 for never; a row without any date begins when it was imported. */
#define PEOPLE \
  "WITH dated AS (SELECT *, CASE WHEN grade = 'assistant' AND assistant_on = '' THEN certified_on ELSE assistant_on END a," \
  "  CASE WHEN grade = 'intermediate' AND intermediate_on = '' THEN certified_on ELSE intermediate_on END i," \
  "  CASE WHEN grade = 'senior' AND senior_on = '' THEN certified_on ELSE senior_on END s FROM personnel)," \
  "people AS (SELECT *," \
  "  CASE WHEN a <> '' THEN CAST (substr (a, 1, 4) AS INTEGER) WHEN grade = 'assistant' THEN counted_from ELSE 9999 END ay," \
  "  CASE WHEN i <> '' THEN CAST (substr (i, 1, 4) AS INTEGER) WHEN grade = 'intermediate' THEN counted_from ELSE 9999 END iy," \
  "  CASE WHEN s <> '' THEN CAST (substr (s, 1, 4) AS INTEGER) WHEN grade = 'senior' THEN counted_from ELSE 9999 END sy" \
  "  FROM dated) "
#define OPERATING \
  "(status = 'operating' OR (status = 'closed' AND closed_on <> '')) AND " \
  "CASE opened_on WHEN '' THEN counted_from ELSE CAST (substr (opened_on, 1, 4) AS INTEGER) END <= ?2 AND " \
  "(closed_on = '' OR CAST (substr (closed_on, 1, 4) AS INTEGER) > ?2)"
#define HERE "region_code GLOB ?1"
#define THERE(from, until) \
  HERE " AND CASE " from " WHEN '' THEN counted_from ELSE CAST (substr (" from ", 1, 4) AS INTEGER) END <= ?2 AND " \
  "(" until " = '' OR CAST (substr (" until ", 1, 4) AS INTEGER) > ?2)"
/* Of the rows of one ledger for the same source, purpose and year those of the best stage. */
#define ONCE \
  "(SELECT * FROM (SELECT *, rank = max (rank) OVER (PARTITION BY ledger, source, purpose, year) AS counts FROM (SELECT *," \
  "  CASE stage WHEN 'spent' THEN 1 WHEN 'budgeted' THEN 0 ELSE 2 END AS rank, substr (region_code, 1, 9) AS ledger" \
  "  FROM funding)) WHERE counts)"

/* What SQL counts in the registers themselves, of the divisions like ?1 in or at the end of the year ?2. */
static const struct {
  const char *indicator;
  const char *dimensions;
  const char *sql;
} checks[] = {
  { "social_workers", "", "SELECT count (*) FROM personnel WHERE " HERE " AND counted_from <= ?2" },
  { "certified_workers", "", PEOPLE "SELECT count (*) FROM people WHERE " HERE " AND min (ay, iy, sy) <= ?2" },
  { "certified_workers", "grade=assistant",
    PEOPLE "SELECT count (*) FROM people WHERE " HERE " AND ay <= ?2 AND iy > ?2 AND sy > ?2" },
  { "certified_workers", "grade=intermediate",
    PEOPLE "SELECT count (*) FROM people WHERE " HERE " AND iy <= ?2 AND sy > ?2" },
  { "certified_workers", "grade=senior", PEOPLE "SELECT count (*) FROM people WHERE " HERE " AND sy <= ?2" },
  { "newly_certified", "",
    PEOPLE "SELECT count (*) FROM people WHERE " HERE " AND min (CASE a WHEN '' THEN '9999' ELSE substr (a, 1, 4) END,"
           "  CASE i WHEN '' THEN '9999' ELSE substr (i, 1, 4) END, CASE s WHEN '' THEN '9999' ELSE substr (s, 1, 4) END)"
           " = CAST (?2 AS TEXT)" },
  { "stations", "status=operating", "SELECT count (*) FROM stations WHERE " HERE " AND " OPERATING },
  { "stations", "status=operating;tier=county_centre",
    "SELECT count (*) FROM stations WHERE " HERE " AND tier = 'county_centre' AND " OPERATING },
  { "stations", "status=planned",
    "SELECT count (*) FROM stations WHERE " HERE " AND status = 'planned' AND counted_from <= ?2" },
  { "station_workers", "",
    "SELECT sum (staff_count) FROM stations WHERE " HERE " AND counted_from <= ?2 AND " OPERATING },
  { "township_coverage", "",
    "SELECT count (DISTINCT substr (region_code, 1, 9)) FROM stations WHERE " HERE " AND tier = 'township_station' AND "
    "substr (region_code, 1, 9) IN (SELECT code FROM regions WHERE level = 'township' AND statutory = 1) AND " OPERATING },
  { "funding", "", "SELECT sum (amount_fen) FROM " ONCE " WHERE " HERE " AND year = ?2" },
  { "funding", "purpose=training", "SELECT sum (amount_fen) FROM " ONCE " WHERE " HERE " AND year = ?2 AND purpose = 'training'" },
  { "funding", "source=county;stage=spent",
    "SELECT sum (amount_fen) FROM funding WHERE " HERE " AND year = ?2 AND source = 'county' AND stage = 'spent'" },
  { "household_visits", "",
    "SELECT sum (count) FROM services JOIN stations USING (station_id) WHERE " HERE " AND year = ?2 AND kind = 'household_visit'" },
  { "activities", "",
    "SELECT sum (count) FROM services JOIN stations USING (station_id) WHERE " HERE " AND year = ?2 AND "
    "kind IN ('group', 'community_activity')" },
  { "service_person_times", "",
    "SELECT sum (person_times) FROM services JOIN stations USING (station_id) WHERE " HERE " AND year = ?2" },
  { "service_person_times", "kind=volunteer",
    "SELECT sum (person_times) FROM services JOIN stations USING (station_id) WHERE " HERE " AND year = ?2 AND "
    "kind = 'volunteer'" },
  { "social_work_orgs", "",
    "SELECT count (*) FROM organisations WHERE org_kind = 'social_work_org' AND " THERE ("registered_on", "closed_on") },
  { "org_federations", "",
    "SELECT count (*) FROM organisations WHERE org_kind = 'org_federation' AND " THERE ("registered_on", "closed_on") },
  { "social_work_associations", "", "SELECT count (*) FROM organisations WHERE org_kind = 'social_work_association' AND "
    THERE ("registered_on", "closed_on") },
  { "registered_social_orgs", "",
    "SELECT count (*) FROM organisations WHERE registration_type <> '' AND " THERE ("registered_on", "closed_on") },
  { "registered_social_orgs", "type=foundation", "SELECT count (*) FROM organisations WHERE registration_type = 'foundation' "
    "AND " THERE ("registered_on", "closed_on") },
  { "incubator_residents", "",
    "SELECT count (*) FROM organisations WHERE incubator <> '' AND " THERE ("registered_on", "closed_on") },
  { "community_social_orgs", "", "SELECT count (*) FROM organisations WHERE org_kind = 'community_social_org' AND "
    "substr (registered_on, 1, 4) = CAST (?2 AS TEXT) AND " HERE },
  { "service_projects", "",
    "SELECT count (*) FROM projects WHERE project_stage IN ('running', 'completed') AND year = ?2 AND " HERE },
  { "service_projects", "programme=three_areas_plan",
    "SELECT count (*) FROM projects WHERE project_stage IN ('running', 'completed') AND year = ?2 AND "
    "programme = 'three_areas_plan' AND " HERE },
  { "training_classes", "", "SELECT count (*) FROM training WHERE year = ?2 AND " HERE },
  { "training_classes", "topic=supervision",
    "SELECT count (*) FROM training WHERE year = ?2 AND topic = 'supervision' AND " HERE },
  { "trainee_person_times", "topic=exam_preparation",
    "SELECT sum (trainees) FROM training WHERE year = ?2 AND topic = 'exam_preparation' AND " HERE },
  { "social_work_posts", "", "SELECT sum (post_count) FROM posts WHERE " THERE ("set_up_on", "closed_on") },
  { "social_work_posts", "category=public_institution",
    "SELECT sum (post_count) FROM posts WHERE category = 'public_institution' AND " THERE ("set_up_on", "closed_on") },
  { "social_work_posts", "category=social_work_org_employed;sector=civil_affairs",
    "SELECT sum (post_count) FROM posts WHERE category = 'social_work_org_employed' AND sector = 'civil_affairs' AND "
    THERE ("set_up_on", "closed_on") },
  { "policy_documents", "",
    "SELECT count (*) FROM policies WHERE document_kind = 'policy' AND year = ?2 AND " HERE },
  { "local_standards", "",
    "SELECT count (*) FROM policies WHERE document_kind = 'standard' AND year = ?2 AND " HERE },
  { "incentive_recipients", "",
    "SELECT sum (recipients) FROM incentives WHERE payment = 'one_off' AND year = ?2 AND " HERE },
  { "incentive_recipients", "grade=senior",
    "SELECT sum (recipients) FROM incentives WHERE payment = 'one_off' AND grade = 'senior' AND year = ?2 AND " HERE },
  { "community_funds", "", "SELECT count (*) FROM funds WHERE " THERE ("set_up_on", "closed_on") },
  { "community_funds", "holder=urban_community",
    "SELECT count (*) FROM funds WHERE holder = 'urban_community' AND " THERE ("set_up_on", "closed_on") },
};

static gint64
ask_sql (RollupFixture *self,
         const char *sql,
         const char *pattern,
         int         year)
{
  g_autoptr (sqlite3_stmt) stmt = atlas_sqlite_prepare (self->db, sql, NULL);

  g_assert_nonnull (stmt);
  atlas_sqlite_bind (stmt, 1, pattern);
  sqlite3_bind_int (stmt, 2, year);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  return sqlite3_column_int64 (stmt, 0);
}

static void
test_against_sql (RollupFixture *self,
                  gconstpointer  data)
{
  static const struct {
    const char *code;
    const char *pattern;
  } regions[] = { { "000000", "*" }, { "640000", "64*" }, { "640303", "640303*" }, { "640303100", "640303100*" } };

  random_registers_insert (self->db, self->rollup, 5000);
  random_registers_change (self->db, self->rollup, 500);
  rollup_fixture_apply (self);
  for (guint c = 0; c < G_N_ELEMENTS (checks); c++)
    for (guint r = 0; r < G_N_ELEMENTS (regions); r++)
      for (int year = 2016; year < 2026; year++)
        {
          gint64 expected = ask_sql (self, checks[c].sql, regions[r].pattern, year);
          gint64 found =
            rollup_sum (self->db, regions[r].code, checks[c].indicator, checks[c].dimensions, year).value;

          if (found != expected)
            g_test_message ("%s %s in %s, %d", checks[c].indicator, checks[c].dimensions, regions[r].code, year);
          g_assert_cmpint (found, ==, expected);
        }
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/rollup-rebuild/any-history", RollupFixture, NULL, set_up, test_any_history, rollup_fixture_tear_down);
  g_test_add ("/rollup-rebuild/emptied", RollupFixture, NULL, set_up, test_emptied, rollup_fixture_tear_down);
  g_test_add ("/rollup-rebuild/against-sql", RollupFixture, NULL, set_up, test_against_sql, rollup_fixture_tear_down);
  result = g_test_run ();
  fixture_clear ();
  return result;
}
