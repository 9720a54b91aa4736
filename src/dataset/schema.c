/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/schema.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/dataset.h"
#include "dataset/dataset-error.h"
#include "dataset/dataset-loader.h"
#include "dataset/region-table.h"
#include "dataset/registers/rollup.h"
#include "dataset/table-definition.h"

/* Dimension values that registers break down by, for a dataset of version 1; a new one gets them from its CSV files. */
#define VERSION_2_VALUE(dimension, value, order, name_zh, name_en) \
  "INSERT INTO dimensions (dimension, value, kind, \"order\", part_of_complete_set, name_zh, name_en) " \
  "SELECT '" dimension "', '" value "', 'breakdown', " order ", 0, '" name_zh "', '" name_en "' " \
  "WHERE EXISTS (SELECT 1 FROM dimensions) AND NOT EXISTS " \
  "(SELECT 1 FROM dimensions WHERE dimension = '" dimension "' AND value = '" value "');"
#define VERSION_2_VALUES \
  VERSION_2_VALUE ("kind", "case", "NULL", "个案服务", "Individual cases") \
  VERSION_2_VALUE ("kind", "community_activity", "NULL", "社区活动", "Community activities") \
  VERSION_2_VALUE ("kind", "group", "NULL", "小组活动", "Group activities") \
  VERSION_2_VALUE ("kind", "household_visit", "NULL", "入户走访", "Household visits") \
  VERSION_2_VALUE ("kind", "volunteer", "NULL", "志愿服务", "Volunteer service") \
  VERSION_2_VALUE ("purpose", "other", "NULL", "其他用途", "Other purposes") \
  VERSION_2_VALUE ("source", "county", "NULL", "县级资金", "County government") \
  VERSION_2_VALUE ("source", "other", "NULL", "其他来源", "Other sources") \
  VERSION_2_VALUE ("source", "welfare_lottery", "NULL", "福彩公益金", "Welfare lottery fund") \
  VERSION_2_VALUE ("stage", "budgeted", "4", "预算", "Budgeted") \
  VERSION_2_VALUE ("stage", "allocated", "5", "下达", "Allocated") \
  VERSION_2_VALUE ("stage", "spent", "6", "支出", "Spent") \
  VERSION_2_VALUE ("status", "building", "2", "在建", "Under construction") \
  VERSION_2_VALUE ("status", "closed", "7", "撤销", "Closed") \
  "UPDATE indicators SET dimensions = 'programme;purpose;source;stage' WHERE indicator_id = 'funding';" \
  "UPDATE indicators SET dimensions = 'group;kind;programme;type' WHERE indicator_id = 'service_person_times';"

/* What the registers of version 2 have in common, with table-definition.c's columns. Codes are checked against the list of
 * divisions when they are read, which SQLite could not do better: a code of 12 digits is in no list. */
#define STATION_VALUES \
  "station_id TEXT NOT NULL, name TEXT NOT NULL, tier TEXT NOT NULL, region_code TEXT NOT NULL, status TEXT NOT NULL," \
  "opened_on TEXT NOT NULL, closed_on TEXT NOT NULL, operator TEXT NOT NULL, staff_count INTEGER," \
  "staff_count_qualifier TEXT NOT NULL,"
#define PERSON_VALUES \
  "person_id TEXT NOT NULL, name TEXT NOT NULL, grade TEXT NOT NULL, certificate_no TEXT NOT NULL," \
  "certified_on TEXT NOT NULL, registration_expires_on TEXT NOT NULL, assistant_on TEXT NOT NULL," \
  "intermediate_on TEXT NOT NULL, senior_on TEXT NOT NULL, education_hours INTEGER," \
  "education_hours_qualifier TEXT NOT NULL, station_id TEXT NOT NULL, region_code TEXT NOT NULL," \
  "employer_kind TEXT NOT NULL,"
#define FUNDING_VALUES \
  "region_code TEXT NOT NULL, year INTEGER NOT NULL, entry_id TEXT NOT NULL, source TEXT NOT NULL," \
  "purpose TEXT NOT NULL, amount_fen INTEGER NOT NULL, amount_qualifier TEXT NOT NULL, stage TEXT NOT NULL,"
#define SERVICE_VALUES \
  "station_id TEXT NOT NULL, year INTEGER NOT NULL, month INTEGER NOT NULL, kind TEXT NOT NULL," \
  "count INTEGER NOT NULL, count_qualifier TEXT NOT NULL, person_times INTEGER NOT NULL," \
  "person_times_qualifier TEXT NOT NULL,"
#define LIVE_FIELDS(values) \
  "row_id INTEGER PRIMARY KEY," values "counted_from INTEGER NOT NULL, as_of TEXT NOT NULL, import_id INTEGER NOT NULL"
#define HISTORY_FIELDS(values) \
  "row_id INTEGER NOT NULL," values "counted_from INTEGER NOT NULL, as_of TEXT NOT NULL, import_id INTEGER NOT NULL," \
  "replaced_by INTEGER NOT NULL"
#define STATION_FIELDS LIVE_FIELDS (STATION_VALUES)
#define PERSON_FIELDS LIVE_FIELDS (PERSON_VALUES)
#define FUNDING_FIELDS LIVE_FIELDS (FUNDING_VALUES)
#define SERVICE_FIELDS LIVE_FIELDS (SERVICE_VALUES)

/* The first four find a row by its key, the others serve questions. While much is loaded they are dropped and made anew
 * at the end (registers/bulk-load.h), in the same transaction. */
#define REGISTER_INDICES \
  "CREATE UNIQUE INDEX stations_by_key ON stations (station_id);" \
  "CREATE UNIQUE INDEX personnel_by_key ON personnel (person_id);" \
  "CREATE UNIQUE INDEX funding_by_key ON funding (region_code, year, entry_id);" \
  "CREATE UNIQUE INDEX services_by_key ON services (station_id, year, month, kind);" \
  "CREATE INDEX stations_by_region ON stations (region_code);" \
  "CREATE INDEX personnel_by_region ON personnel (region_code);" \
  "CREATE INDEX personnel_by_station ON personnel (station_id);" \
  "CREATE INDEX funding_by_year ON funding (year);"

/* The same of the registers of version 6. */
#define ORGANISATION_VALUES \
  "org_id TEXT NOT NULL, name TEXT NOT NULL, org_kind TEXT NOT NULL, registration_type TEXT NOT NULL," \
  "region_code TEXT NOT NULL, registered_on TEXT NOT NULL, closed_on TEXT NOT NULL, incubator TEXT NOT NULL," \
  "employees INTEGER, employees_qualifier TEXT NOT NULL,"
#define PROJECT_VALUES \
  "region_code TEXT NOT NULL, year INTEGER NOT NULL, project_id TEXT NOT NULL, name TEXT NOT NULL," \
  "project_stage TEXT NOT NULL, programme TEXT NOT NULL, buyer TEXT NOT NULL, provider TEXT NOT NULL, amount_fen INTEGER," \
  "amount_qualifier TEXT NOT NULL, starts_on TEXT NOT NULL, ends_on TEXT NOT NULL,"
#define TRAINING_VALUES \
  "region_code TEXT NOT NULL, year INTEGER NOT NULL, class_id TEXT NOT NULL, name TEXT NOT NULL, topic TEXT NOT NULL," \
  "mode TEXT NOT NULL, organiser TEXT NOT NULL, held_on TEXT NOT NULL, trainees INTEGER NOT NULL," \
  "trainees_qualifier TEXT NOT NULL, cost_fen INTEGER, cost_qualifier TEXT NOT NULL,"
#define POST_VALUES \
  "post_id TEXT NOT NULL, institution TEXT NOT NULL, category TEXT NOT NULL, sector TEXT NOT NULL," \
  "region_code TEXT NOT NULL, post_count INTEGER NOT NULL, post_count_qualifier TEXT NOT NULL, filled_count INTEGER," \
  "filled_count_qualifier TEXT NOT NULL, set_up_on TEXT NOT NULL, closed_on TEXT NOT NULL,"
#define POLICY_VALUES \
  "region_code TEXT NOT NULL, year INTEGER NOT NULL, document_no TEXT NOT NULL, title TEXT NOT NULL," \
  "document_kind TEXT NOT NULL, issuer TEXT NOT NULL, subject TEXT NOT NULL, joint_issuers INTEGER," \
  "joint_issuers_qualifier TEXT NOT NULL, issued_on TEXT NOT NULL, repealed_on TEXT NOT NULL,"
#define INCENTIVE_VALUES \
  "region_code TEXT NOT NULL, year INTEGER NOT NULL, batch_id TEXT NOT NULL, payment TEXT NOT NULL, grade TEXT NOT NULL," \
  "recipients INTEGER NOT NULL, recipients_qualifier TEXT NOT NULL, amount_fen INTEGER NOT NULL," \
  "amount_qualifier TEXT NOT NULL, rate_fen INTEGER, rate_qualifier TEXT NOT NULL, paid_on TEXT NOT NULL,"
#define FUND_VALUES \
  "fund_id TEXT NOT NULL, name TEXT NOT NULL, holder TEXT NOT NULL, region_code TEXT NOT NULL, set_up_on TEXT NOT NULL," \
  "closed_on TEXT NOT NULL, manager TEXT NOT NULL, start_up_fen INTEGER, start_up_qualifier TEXT NOT NULL," \
  "raised_fen INTEGER, raised_qualifier TEXT NOT NULL, spent_fen INTEGER, spent_qualifier TEXT NOT NULL,"
#define REGISTER_TABLES(name, values, key) \
  "CREATE TABLE " name " (" LIVE_FIELDS (values) ") STRICT;" \
  "CREATE UNIQUE INDEX " name "_by_key ON " name " (" key ");" \
  "CREATE TABLE " name "_history (" HISTORY_FIELDS (values) ") STRICT;" \
  "CREATE INDEX " name "_history_by_import ON " name "_history (replaced_by);"
#define FURTHER_REGISTERS \
  REGISTER_TABLES ("organisations", ORGANISATION_VALUES, "org_id") \
  "CREATE INDEX organisations_by_region ON organisations (region_code);" \
  REGISTER_TABLES ("projects", PROJECT_VALUES, "region_code, year, project_id") \
  REGISTER_TABLES ("training", TRAINING_VALUES, "region_code, year, class_id") \
  REGISTER_TABLES ("posts", POST_VALUES, "post_id") \
  "CREATE INDEX posts_by_region ON posts (region_code);" \
  REGISTER_TABLES ("policies", POLICY_VALUES, "region_code, year, document_no") \
  REGISTER_TABLES ("incentives", INCENTIVE_VALUES, "region_code, year, batch_id, payment, grade") \
  REGISTER_TABLES ("funds", FUND_VALUES, "fund_id") \
  "CREATE INDEX funds_by_region ON funds (region_code);"

/* The one of version 7. */
#define INSPECTION_VALUES \
  "station_id TEXT NOT NULL, inspected_on TEXT NOT NULL, region_code TEXT NOT NULL, score_hundredths INTEGER," \
  "score_qualifier TEXT NOT NULL, staff_count INTEGER, staff_count_qualifier TEXT NOT NULL, problems INTEGER," \
  "problems_qualifier TEXT NOT NULL, linkage_elements INTEGER, linkage_elements_qualifier TEXT NOT NULL," \
  "result TEXT NOT NULL, inspector TEXT NOT NULL,"

/* Where a row stood: the position of its input in import_inputs and the line there; of rows of earlier versions it is not known. */
#define ROW_ORIGIN(table) \
  "ALTER TABLE " table " ADD COLUMN input INTEGER;" \
  "ALTER TABLE " table " ADD COLUMN line INTEGER;"
#define ROW_ORIGINS(table) ROW_ORIGIN (table) ROW_ORIGIN (table "_history")

/* Each step leads from the version of its index to the next. Steps are never changed once released: files of every
 * version are about. The tables hold what the CSV files of the same names hold, "position" the order there. */
static const char *const steps[ATLAS_SCHEMA_VERSION] = {
  "CREATE TABLE regions ("
  "  code TEXT NOT NULL PRIMARY KEY,"
  "  name TEXT NOT NULL,"
  "  name_en TEXT NOT NULL,"
  "  pinyin TEXT NOT NULL,"
  "  level TEXT NOT NULL"
  "    CHECK (level IN ('nation', 'province', 'prefecture', 'county', 'township', 'community')),"
  "  parent_code TEXT REFERENCES regions (code),"
  "  statutory INTEGER CHECK (statutory IN (0, 1))"
  ") STRICT, WITHOUT ROWID;"

  "CREATE TABLE units ("
  "  position INTEGER PRIMARY KEY,"
  "  unit TEXT NOT NULL UNIQUE,"
  "  symbol_zh TEXT NOT NULL,"
  "  symbol_en TEXT NOT NULL,"
  "  is_money INTEGER NOT NULL CHECK (is_money IN (0, 1))"
  ") STRICT;"

  "CREATE TABLE dimensions ("
  "  position INTEGER PRIMARY KEY,"
  "  dimension TEXT NOT NULL,"
  "  value TEXT NOT NULL,"
  "  kind TEXT NOT NULL CHECK (kind IN ('breakdown', 'attribute', 'aggregate')),"
  "  \"order\" INTEGER,"
  "  part_of_complete_set INTEGER NOT NULL CHECK (part_of_complete_set IN (0, 1)),"
  "  name_zh TEXT NOT NULL,"
  "  name_en TEXT NOT NULL,"
  "  UNIQUE (dimension, value)"
  ") STRICT;"

  "CREATE TABLE indicators ("
  "  position INTEGER PRIMARY KEY,"
  "  indicator_id TEXT NOT NULL UNIQUE,"
  "  name_zh TEXT NOT NULL,"
  "  name_en TEXT NOT NULL,"
  "  \"group\" TEXT NOT NULL,"
  "  unit TEXT NOT NULL REFERENCES units (unit),"
  "  over_regions TEXT NOT NULL CHECK (over_regions IN ('sum', 'none', 'recompute')),"
  "  over_time TEXT NOT NULL CHECK (over_time IN ('sum', 'last', 'none', 'recompute')),"
  "  dimensions TEXT NOT NULL,"
  "  defaults TEXT NOT NULL,"
  "  formula TEXT NOT NULL,"
  "  definition TEXT NOT NULL,"
  "  definition_zh TEXT NOT NULL"
  ") STRICT;"

  "CREATE TABLE denominators ("
  "  position INTEGER PRIMARY KEY,"
  "  region_code TEXT NOT NULL REFERENCES regions (code),"
  "  valid_from TEXT NOT NULL,"
  "  basis TEXT NOT NULL CHECK (basis IN ('statutory')),"
  "  excluded TEXT NOT NULL,"
  "  note TEXT NOT NULL,"
  "  UNIQUE (region_code, valid_from)"
  ") STRICT;"

  "CREATE TABLE sources ("
  "  position INTEGER PRIMARY KEY,"
  "  source_id TEXT NOT NULL UNIQUE,"
  "  title TEXT NOT NULL,"
  "  publisher TEXT NOT NULL,"
  "  published_on TEXT NOT NULL,"
  "  as_of TEXT NOT NULL,"
  "  as_of_basis TEXT NOT NULL CHECK (as_of_basis IN ('', 'printed', 'inferred')),"
  "  kind TEXT NOT NULL CHECK (kind IN ('official', 'institution', 'press', 'secondary')),"
  "  address TEXT NOT NULL"
  ") STRICT;"

  "CREATE TABLE figures ("
  "  position INTEGER PRIMARY KEY,"
  "  figure_id TEXT NOT NULL UNIQUE,"
  "  source_id TEXT NOT NULL REFERENCES sources (source_id),"
  "  region_code TEXT NOT NULL REFERENCES regions (code),"
  "  indicator_id TEXT NOT NULL REFERENCES indicators (indicator_id),"
  "  dimensions TEXT NOT NULL,"
  "  value_mantissa INTEGER NOT NULL,"
  "  value_decimals INTEGER NOT NULL CHECK (value_decimals BETWEEN 0 AND 9),"
  "  qualifier TEXT NOT NULL CHECK (qualifier IN ('exact', 'about', 'nearly', 'at_least', 'at_most')),"
  "  unit TEXT NOT NULL REFERENCES units (unit),"
  "  period TEXT NOT NULL,"
  "  as_of TEXT NOT NULL,"
  "  printed TEXT NOT NULL,"
  "  status TEXT NOT NULL CHECK (status IN ('A', 'E', 'U', 'M')),"
  "  note TEXT NOT NULL"
  ") STRICT;"
  "CREATE INDEX figures_by_indicator ON figures (indicator_id, region_code, figure_id);"

  "CREATE TABLE colour_slots ("
  "  region_code TEXT NOT NULL PRIMARY KEY REFERENCES regions (code),"
  "  slot INTEGER NOT NULL CHECK (slot BETWEEN 0 AND 7)"
  ") STRICT, WITHOUT ROWID;",

  /* One call of import is one import. Ids are never used again, so that what names one names it for good. */
  "CREATE TABLE imports ("
  "  import_id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  imported_at TEXT NOT NULL,"
  "  as_of TEXT NOT NULL"
  ") STRICT;"
  "CREATE TABLE import_inputs ("
  "  import_id INTEGER NOT NULL REFERENCES imports (import_id) ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  file TEXT NOT NULL,"
  "  sheet TEXT NOT NULL,"
  "  \"table\" TEXT NOT NULL,"
  "  as_of TEXT NOT NULL,"
  "  inserted INTEGER NOT NULL,"
  "  updated INTEGER NOT NULL,"
  "  unchanged INTEGER NOT NULL,"
  "  skipped INTEGER NOT NULL,"
  "  rejected INTEGER NOT NULL,"
  "  PRIMARY KEY (import_id, position)"
  ") STRICT, WITHOUT ROWID;"

  /* What the registers hold; counted_from is the year from which a row counts that says no date itself, as_of the date
   * that the file spoke of which wrote it. Nothing but an import writes here, and it makes its own row of imports first:
   * SQLite need not look that up two million times. */
  "CREATE TABLE stations (" STATION_FIELDS ") STRICT;"
  "CREATE TABLE personnel (" PERSON_FIELDS ") STRICT;"
  "CREATE TABLE funding (" FUNDING_FIELDS ") STRICT;"
  "CREATE TABLE services (" SERVICE_FIELDS ") STRICT;"
  REGISTER_INDICES

  /* Earlier versions of rows: as they were, row_id the row they are of, replaced_by the import that replaced them. */
  "CREATE TABLE stations_history (" HISTORY_FIELDS (STATION_VALUES) ") STRICT;"
  "CREATE TABLE personnel_history (" HISTORY_FIELDS (PERSON_VALUES) ") STRICT;"
  "CREATE TABLE funding_history (" HISTORY_FIELDS (FUNDING_VALUES) ") STRICT;"
  "CREATE TABLE services_history (" HISTORY_FIELDS (SERVICE_VALUES) ") STRICT;"
  "CREATE INDEX stations_history_by_import ON stations_history (replaced_by);"
  "CREATE INDEX personnel_history_by_import ON personnel_history (replaced_by);"
  "CREATE INDEX funding_history_by_import ON funding_history (replaced_by);"
  "CREATE INDEX services_history_by_import ON services_history (replaced_by);"

  /* Published figures and documents can be imported too; NULL: bundled, or entered by hand. */
  "ALTER TABLE sources ADD COLUMN import_id INTEGER REFERENCES imports (import_id);"
  "ALTER TABLE figures ADD COLUMN import_id INTEGER REFERENCES imports (import_id);"
  "CREATE TABLE sources_history ("
  "  position INTEGER NOT NULL, source_id TEXT NOT NULL, title TEXT NOT NULL, publisher TEXT NOT NULL,"
  "  published_on TEXT NOT NULL, as_of TEXT NOT NULL, as_of_basis TEXT NOT NULL, kind TEXT NOT NULL,"
  "  address TEXT NOT NULL, import_id INTEGER, replaced_by INTEGER NOT NULL"
  ") STRICT;"
  "CREATE TABLE figures_history ("
  "  position INTEGER NOT NULL, figure_id TEXT NOT NULL, source_id TEXT NOT NULL, region_code TEXT NOT NULL,"
  "  indicator_id TEXT NOT NULL, dimensions TEXT NOT NULL, value_mantissa INTEGER NOT NULL,"
  "  value_decimals INTEGER NOT NULL, qualifier TEXT NOT NULL, unit TEXT NOT NULL, period TEXT NOT NULL,"
  "  as_of TEXT NOT NULL, printed TEXT NOT NULL, status TEXT NOT NULL, note TEXT NOT NULL, import_id INTEGER,"
  "  replaced_by INTEGER NOT NULL"
  ") STRICT;"

  /* Which county-level division has handed in which register for which year; other divisions where an import says that
   * it covers them. */
  "CREATE TABLE returns ("
  "  \"table\" TEXT NOT NULL CHECK (\"table\" IN ('stations', 'personnel', 'funding', 'services')),"
  "  region_code TEXT NOT NULL REFERENCES regions (code),"
  "  year INTEGER NOT NULL,"
  "  import_id INTEGER NOT NULL REFERENCES imports (import_id),"
  "  PRIMARY KEY (\"table\", region_code, year, import_id)"
  ") STRICT, WITHOUT ROWID;"

  /* Counts of the registers for every division and its ancestors, so that no question reads registers: cells of
   * dataset/registers/rollup-cells.h, packed. */
  "CREATE TABLE rollups ("
  "  region_code TEXT NOT NULL,"
  "  \"table\" TEXT NOT NULL,"
  "  cells BLOB NOT NULL,"
  "  PRIMARY KEY (\"table\", region_code)"
  ") STRICT, WITHOUT ROWID;"
  VERSION_2_VALUES,

  /* Hours may have decimals: 36.5. */
  "ALTER TABLE personnel RENAME COLUMN education_hours TO education_hours_hundredths;"
  "ALTER TABLE personnel_history RENAME COLUMN education_hours TO education_hours_hundredths;"
  "UPDATE personnel SET education_hours_hundredths = education_hours_hundredths * 100 "
  "WHERE education_hours_hundredths IS NOT NULL;"
  "UPDATE personnel_history SET education_hours_hundredths = education_hours_hundredths * 100 "
  "WHERE education_hours_hundredths IS NOT NULL;",

  /* Counts stand by level, so that those of all counties are read in one go. */
  "CREATE TABLE rollups_by_level ("
  "  \"table\" TEXT NOT NULL,"
  "  level TEXT NOT NULL,"
  "  region_code TEXT NOT NULL,"
  "  cells BLOB NOT NULL,"
  "  PRIMARY KEY (\"table\", level, region_code)"
  ") STRICT, WITHOUT ROWID;"
  "INSERT INTO rollups_by_level SELECT \"table\", level, region_code, cells FROM rollups JOIN regions ON code = region_code;"
  "DROP TABLE rollups;"
  "ALTER TABLE rollups_by_level RENAME TO rollups;",

  "CREATE TABLE programmes ("
  "  position INTEGER PRIMARY KEY,"
  "  programme_id TEXT NOT NULL UNIQUE,"
  "  \"group\" TEXT NOT NULL,"
  "  group_zh TEXT NOT NULL,"
  "  group_en TEXT NOT NULL,"
  "  name_zh TEXT NOT NULL,"
  "  name_en TEXT NOT NULL,"
  "  description_zh TEXT NOT NULL,"
  "  description_en TEXT NOT NULL,"
  "  question_zh TEXT NOT NULL,"
  "  question_en TEXT NOT NULL,"
  "  sources TEXT NOT NULL,"
  "  regions TEXT NOT NULL,"
  "  indicators TEXT NOT NULL,"
  "  related TEXT NOT NULL,"
  "  answer TEXT NOT NULL,"
  "  to_enter_zh TEXT NOT NULL,"
  "  to_enter_en TEXT NOT NULL"
  ") STRICT;",

  /* What else departments keep lists of; which registers there are stands in table-definition.c alone. */
  FURTHER_REGISTERS
  "CREATE TABLE returns_of_any ("
  "  \"table\" TEXT NOT NULL,"
  "  region_code TEXT NOT NULL REFERENCES regions (code),"
  "  year INTEGER NOT NULL,"
  "  import_id INTEGER NOT NULL REFERENCES imports (import_id),"
  "  PRIMARY KEY (\"table\", region_code, year, import_id)"
  ") STRICT, WITHOUT ROWID;"
  "INSERT INTO returns_of_any SELECT \"table\", region_code, year, import_id FROM returns;"
  "DROP TABLE returns;"
  "ALTER TABLE returns_of_any RENAME TO returns;",

  /* Inspections of stations. What registers are counted by has grown, so that all is counted anew. */
  REGISTER_TABLES ("inspections", INSPECTION_VALUES, "station_id, inspected_on")
  "CREATE INDEX inspections_by_region ON inspections (region_code);"
  "UPDATE indicators SET name_zh = '考试通过率（占参考人数）', name_en = 'Exam pass rate of those who sat' "
  "WHERE indicator_id = 'exam_pass_rate';",

  ROW_ORIGINS ("stations")
  ROW_ORIGINS ("personnel")
  ROW_ORIGINS ("funding")
  ROW_ORIGINS ("services")
  ROW_ORIGINS ("organisations")
  ROW_ORIGINS ("projects")
  ROW_ORIGINS ("training")
  ROW_ORIGINS ("posts")
  ROW_ORIGINS ("policies")
  ROW_ORIGINS ("incentives")
  ROW_ORIGINS ("funds")
  ROW_ORIGINS ("inspections"),
};

static gboolean
set_version (sqlite3  *db,
             GError  **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                                          ATLAS_SCHEMA_APPLICATION_ID, ATLAS_SCHEMA_VERSION);

  return atlas_sqlite_run (db, sql, error);
}

/* The roll-ups of a file that was made before there was all that is counted now. */
static gboolean
recount (sqlite3  *db,
         int       from,
         GError  **error)
{
  g_autoptr (AtlasRegionTree) regions = NULL;

  if (from == 0 || from >= ATLAS_SCHEMA_COUNTED_VERSION)
    return TRUE;
  regions = atlas_region_table_read (db, NULL, error);
  return regions != NULL && atlas_rollups_rebuild (db, regions, error);
}

/* A file that was made by an earlier version of the program gets the catalogue of this one. */
static gboolean
complete_catalogue (sqlite3  *db,
                    int       from,
                    GError  **error)
{
  g_autofree char *csv_dir = atlas_dataset_dup_bundled_csv_dir ();

  if (from == 0 || !g_file_test (csv_dir, G_FILE_TEST_IS_DIR))
    return TRUE;
  return atlas_dataset_loader_complete (db, csv_dir, error);
}

gboolean
atlas_schema_upgrade (sqlite3  *db,
                      int       from,
                      GError  **error)
{
  gboolean success = atlas_sqlite_run (db, "BEGIN IMMEDIATE", error);

  for (int version = from; success && version < ATLAS_SCHEMA_VERSION; version++)
    success = atlas_sqlite_run (db, steps[version], error);
  success = success && complete_catalogue (db, from, error) && recount (db, from, error) && set_version (db, error) &&
            atlas_sqlite_run (db, "COMMIT", error);
  if (!success)
    sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
  return success;
}

static gboolean
has_columns (sqlite3     *db,
             const char  *table,
             const char  *columns,
             GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s", columns, table);
  g_autoptr (sqlite3_stmt) stmt = atlas_sqlite_prepare (db, sql, error);

  return stmt != NULL;
}

/* What a table has besides the columns of its CSV file. */
static const char *
get_own_columns (const AtlasTableDefinition *table)
{
  if (atlas_table_definition_is_register (table))
    return ", counted_from, as_of, input, line, import_id";
  return atlas_table_definition_is_imported (table) ? ", import_id" : "";
}

/* And of its history, where it has one. */
static gboolean
check_table (sqlite3                     *db,
             const AtlasTableDefinition  *table,
             GError                     **error)
{
  g_auto (GStrv) fields = atlas_table_definition_dup_fields (table);
  g_autofree char *list = g_strjoinv (", ", fields);
  g_autofree char *columns = g_strconcat (table->file_order, ", ", list, get_own_columns (table), NULL);
  g_autofree char *history = g_strconcat (table->name, "_history", NULL);
  g_autofree char *history_columns = g_strconcat (columns, ", replaced_by", NULL);

  return has_columns (db, table->name, columns, error) &&
         (!atlas_table_definition_is_imported (table) || has_columns (db, history, history_columns, error));
}

gboolean
atlas_schema_check_tables (sqlite3  *db,
                           GError  **error)
{
  static const struct { const char *table, *columns; } others[] = {
    { "colour_slots", "region_code, slot" },
    { "imports", "import_id, imported_at, as_of" },
    { "import_inputs", "import_id, position, file, sheet, \"table\", as_of, inserted, updated, unchanged, skipped, rejected" },
    { "returns", "\"table\", region_code, year, import_id" },
    { "rollups", "\"table\", level, region_code, cells" },
  };

  for (guint i = 0; i < ATLAS_N_TABLES; i++)
    if (!check_table (db, &atlas_table_definitions[i], error))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (!has_columns (db, others[i].table, others[i].columns, error))
      return FALSE;
  return TRUE;
}
