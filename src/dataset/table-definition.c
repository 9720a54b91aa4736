/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/table-definition.h"

#include <string.h>

static const AtlasColumn regions[] = {
  { "code", ATLAS_COLUMN_CODE, TRUE },
  { "name", ATLAS_COLUMN_TEXT, TRUE },
  { "name_en", ATLAS_COLUMN_TEXT, FALSE },
  { "pinyin", ATLAS_COLUMN_TEXT, FALSE },
  { "level", ATLAS_COLUMN_ENUM, TRUE, "nation province prefecture county township community" },
  { "parent_code", ATLAS_COLUMN_REFERENCE, FALSE, "regions" },
  { "statutory", ATLAS_COLUMN_ANSWER, FALSE },
};

static const AtlasColumn units[] = {
  { "unit", ATLAS_COLUMN_TEXT, TRUE },
  { "symbol_zh", ATLAS_COLUMN_TEXT, TRUE },
  { "symbol_en", ATLAS_COLUMN_TEXT, FALSE },
  { "is_money", ATLAS_COLUMN_ANSWER, TRUE },
};

static const AtlasColumn dimensions[] = {
  { "dimension", ATLAS_COLUMN_TEXT, TRUE },
  { "value", ATLAS_COLUMN_TEXT, TRUE },
  { "kind", ATLAS_COLUMN_ENUM, TRUE, "breakdown attribute aggregate" },
  { "order", ATLAS_COLUMN_COUNT, FALSE },
  { "part_of_complete_set", ATLAS_COLUMN_FLAG, FALSE },
  { "name_zh", ATLAS_COLUMN_TEXT, TRUE },
  { "name_en", ATLAS_COLUMN_TEXT, TRUE },
};

static const AtlasColumn indicators[] = {
  { "indicator_id", ATLAS_COLUMN_TEXT, TRUE },
  { "name_zh", ATLAS_COLUMN_TEXT, TRUE },
  { "name_en", ATLAS_COLUMN_TEXT, TRUE },
  { "group", ATLAS_COLUMN_TEXT, TRUE },
  { "unit", ATLAS_COLUMN_REFERENCE, TRUE, "units" },
  { "over_regions", ATLAS_COLUMN_ENUM, TRUE, "sum none recompute" },
  { "over_time", ATLAS_COLUMN_ENUM, TRUE, "sum last none recompute" },
  { "dimensions", ATLAS_COLUMN_REFERENCES, FALSE, "dimensions" },
  { "defaults", ATLAS_COLUMN_DIMENSIONS, FALSE },
  { "formula", ATLAS_COLUMN_TEXT, FALSE },
  { "definition", ATLAS_COLUMN_TEXT, FALSE },
  { "definition_zh", ATLAS_COLUMN_TEXT, FALSE },
};

static const AtlasColumn denominators[] = {
  { "region_code", ATLAS_COLUMN_REFERENCE, TRUE, "regions" },
  { "valid_from", ATLAS_COLUMN_DATE, FALSE },
  { "basis", ATLAS_COLUMN_ENUM, TRUE, "statutory" },
  { "excluded", ATLAS_COLUMN_REFERENCES, FALSE, "regions" },
  { "note", ATLAS_COLUMN_TEXT, FALSE },
};

static const AtlasColumn sources[] = {
  { "source_id", ATLAS_COLUMN_TEXT, TRUE },
  { "title", ATLAS_COLUMN_TEXT, TRUE },
  { "publisher", ATLAS_COLUMN_TEXT, FALSE },
  { "published_on", ATLAS_COLUMN_DATE, FALSE },
  { "as_of", ATLAS_COLUMN_DATE, FALSE },
  { "as_of_basis", ATLAS_COLUMN_ENUM, FALSE, "printed inferred" },
  { "kind", ATLAS_COLUMN_ENUM, TRUE, "official institution press secondary" },
  { "address", ATLAS_COLUMN_TEXT, FALSE },
};

static const AtlasColumn figures[] = {
  { "figure_id", ATLAS_COLUMN_TEXT, TRUE },
  { "source_id", ATLAS_COLUMN_REFERENCE, TRUE, "sources" },
  { "region_code", ATLAS_COLUMN_REFERENCE, TRUE, "regions" },
  { "indicator_id", ATLAS_COLUMN_REFERENCE, TRUE, "indicators" },
  { "dimensions", ATLAS_COLUMN_DIMENSIONS, FALSE },
  { "value", ATLAS_COLUMN_NUMBER, TRUE },
  { "qualifier", ATLAS_COLUMN_ENUM, TRUE, "exact about nearly at_least at_most" },
  { "unit", ATLAS_COLUMN_REFERENCE, TRUE, "units" },
  { "period", ATLAS_COLUMN_PERIOD, FALSE },
  { "as_of", ATLAS_COLUMN_PERIOD, FALSE },
  { "printed", ATLAS_COLUMN_TEXT, FALSE },
  { "status", ATLAS_COLUMN_ENUM, TRUE, "A E U M" },
  { "note", ATLAS_COLUMN_TEXT, FALSE },
};

static const AtlasColumn programmes[] = {
  { "programme_id", ATLAS_COLUMN_TEXT, TRUE },
  { "group", ATLAS_COLUMN_TEXT, TRUE },
  { "group_zh", ATLAS_COLUMN_TEXT, TRUE },
  { "group_en", ATLAS_COLUMN_TEXT, TRUE },
  { "name_zh", ATLAS_COLUMN_TEXT, TRUE },
  { "name_en", ATLAS_COLUMN_TEXT, TRUE },
  { "description_zh", ATLAS_COLUMN_TEXT, TRUE },
  { "description_en", ATLAS_COLUMN_TEXT, TRUE },
  { "question_zh", ATLAS_COLUMN_TEXT, TRUE },
  { "question_en", ATLAS_COLUMN_TEXT, TRUE },
  { "sources", ATLAS_COLUMN_REFERENCES, TRUE, "sources" },
  { "regions", ATLAS_COLUMN_REFERENCES, FALSE, "regions" },
  { "indicators", ATLAS_COLUMN_SELECTORS, FALSE },
  { "related", ATLAS_COLUMN_SELECTORS, FALSE },
  { "answer", ATLAS_COLUMN_TEXT, FALSE },
  { "to_enter_zh", ATLAS_COLUMN_TEXT, TRUE },
  { "to_enter_en", ATLAS_COLUMN_TEXT, TRUE },
};

static const AtlasColumn stations[] = {
  { "station_id", ATLAS_COLUMN_TEXT, TRUE },
  { "name", ATLAS_COLUMN_TEXT, TRUE },
  { "tier", ATLAS_COLUMN_ENUM, TRUE, "county_centre township_station community_room" },
  { "region_code", ATLAS_COLUMN_PLACE, TRUE },
  { "status", ATLAS_COLUMN_ENUM, TRUE, "planned building operating closed" },
  { "opened_on", ATLAS_COLUMN_DATE, FALSE },
  { "closed_on", ATLAS_COLUMN_DATE, FALSE },
  { "operator", ATLAS_COLUMN_TEXT, FALSE },
  { "staff_count", ATLAS_COLUMN_QUANTITY, FALSE },
};

static const AtlasColumn personnel[] = {
  { "person_id", ATLAS_COLUMN_TEXT, TRUE },
  { "name", ATLAS_COLUMN_TEXT, TRUE },
  { "grade", ATLAS_COLUMN_ENUM, TRUE, "none assistant intermediate senior" },
  { "certificate_no", ATLAS_COLUMN_TEXT, FALSE },
  { "certified_on", ATLAS_COLUMN_DATE, FALSE },
  { "registration_expires_on", ATLAS_COLUMN_DATE, FALSE },
  { "assistant_on", ATLAS_COLUMN_DATE, FALSE },
  { "intermediate_on", ATLAS_COLUMN_DATE, FALSE },
  { "senior_on", ATLAS_COLUMN_DATE, FALSE },
  { "education_hours", ATLAS_COLUMN_HOURS, FALSE },
  { "station_id", ATLAS_COLUMN_TEXT, FALSE },
  { "region_code", ATLAS_COLUMN_PLACE, TRUE },
  { "employer_kind", ATLAS_COLUMN_TEXT, FALSE },
};

static const AtlasColumn funding[] = {
  { "region_code", ATLAS_COLUMN_PLACE, TRUE },
  { "year", ATLAS_COLUMN_COUNT, TRUE },
  { "entry_id", ATLAS_COLUMN_TEXT, TRUE },
  { "source", ATLAS_COLUMN_ENUM, TRUE, "central provincial prefectural county welfare_lottery charity other" },
  { "purpose", ATLAS_COLUMN_ENUM, TRUE,
    "station_building service_purchase training incentives stipends incubation community_fund other" },
  { "amount_yuan", ATLAS_COLUMN_MONEY, TRUE, "amount" },
  { "stage", ATLAS_COLUMN_ENUM, FALSE, "budgeted allocated spent" },
};

static const AtlasColumn services[] = {
  { "station_id", ATLAS_COLUMN_TEXT, TRUE },
  { "year", ATLAS_COLUMN_COUNT, TRUE },
  { "month", ATLAS_COLUMN_COUNT, TRUE },
  { "kind", ATLAS_COLUMN_ENUM, TRUE, "household_visit case group community_activity volunteer" },
  { "count", ATLAS_COLUMN_QUANTITY, TRUE },
  { "person_times", ATLAS_COLUMN_QUANTITY, TRUE },
};

static const AtlasColumn organisations[] = {
  { "org_id", ATLAS_COLUMN_TEXT, TRUE },
  { "name", ATLAS_COLUMN_TEXT, TRUE },
  { "org_kind", ATLAS_COLUMN_ENUM, TRUE,
    "social_work_org community_social_org org_federation social_work_association other" },
  { "registration_type", ATLAS_COLUMN_ENUM, FALSE, "association private_non_enterprise foundation" },
  { "region_code", ATLAS_COLUMN_PLACE, TRUE },
  { "registered_on", ATLAS_COLUMN_DATE, FALSE },
  { "closed_on", ATLAS_COLUMN_DATE, FALSE },
  { "incubator", ATLAS_COLUMN_TEXT, FALSE },
  { "employees", ATLAS_COLUMN_QUANTITY, FALSE },
};

static const AtlasColumn projects[] = {
  { "region_code", ATLAS_COLUMN_PLACE, TRUE },
  { "year", ATLAS_COLUMN_COUNT, TRUE },
  { "project_id", ATLAS_COLUMN_TEXT, TRUE },
  { "name", ATLAS_COLUMN_TEXT, TRUE },
  { "project_stage", ATLAS_COLUMN_ENUM, TRUE, "planned tendering running completed terminated" },
  { "programme", ATLAS_COLUMN_ENUM, FALSE,
    "government_purchase three_areas_plan hand_in_hand double_hundred five_party_linkage three_party_linkage "
    "public_welfare_venture community_fund minor_protection" },
  { "buyer", ATLAS_COLUMN_TEXT, FALSE },
  { "provider", ATLAS_COLUMN_TEXT, FALSE },
  { "amount_yuan", ATLAS_COLUMN_MONEY, FALSE, "amount" },
  { "starts_on", ATLAS_COLUMN_DATE, FALSE },
  { "ends_on", ATLAS_COLUMN_DATE, FALSE },
};

static const AtlasColumn training[] = {
  { "region_code", ATLAS_COLUMN_PLACE, TRUE },
  { "year", ATLAS_COLUMN_COUNT, TRUE },
  { "class_id", ATLAS_COLUMN_TEXT, TRUE },
  { "name", ATLAS_COLUMN_TEXT, TRUE },
  { "topic", ATLAS_COLUMN_ENUM, TRUE,
    "exam_preparation social_worker_skills social_work_in_party_school supervision policy_and_law other" },
  { "mode", ATLAS_COLUMN_ENUM, FALSE, "offline online" },
  { "organiser", ATLAS_COLUMN_TEXT, FALSE },
  { "held_on", ATLAS_COLUMN_DATE, FALSE },
  { "trainees", ATLAS_COLUMN_QUANTITY, TRUE },
  { "cost_yuan", ATLAS_COLUMN_MONEY, FALSE, "cost" },
};

static const AtlasColumn posts[] = {
  { "post_id", ATLAS_COLUMN_TEXT, TRUE },
  { "institution", ATLAS_COLUMN_TEXT, TRUE },
  { "category", ATLAS_COLUMN_ENUM, TRUE,
    "professional_technical public_institution social_work_org_employed township_and_community_hired" },
  { "sector", ATLAS_COLUMN_ENUM, FALSE, "civil_affairs education health justice other" },
  { "region_code", ATLAS_COLUMN_PLACE, TRUE },
  { "post_count", ATLAS_COLUMN_QUANTITY, TRUE },
  { "filled_count", ATLAS_COLUMN_QUANTITY, FALSE },
  { "set_up_on", ATLAS_COLUMN_DATE, FALSE },
  { "closed_on", ATLAS_COLUMN_DATE, FALSE },
};

static const AtlasColumn policies[] = {
  { "region_code", ATLAS_COLUMN_PLACE, TRUE },
  { "year", ATLAS_COLUMN_COUNT, TRUE },
  { "document_no", ATLAS_COLUMN_TEXT, TRUE },
  { "title", ATLAS_COLUMN_TEXT, TRUE },
  { "document_kind", ATLAS_COLUMN_ENUM, TRUE, "policy standard" },
  { "issuer", ATLAS_COLUMN_TEXT, TRUE },
  { "subject", ATLAS_COLUMN_ENUM, FALSE,
    "station_building posts talent rewards service_purchase training service_norms linkage other" },
  { "joint_issuers", ATLAS_COLUMN_QUANTITY, FALSE },
  { "issued_on", ATLAS_COLUMN_DATE, FALSE },
  { "repealed_on", ATLAS_COLUMN_DATE, FALSE },
};

/* Of batches, not of people: nothing here is anybody's own. */
static const AtlasColumn incentives[] = {
  { "region_code", ATLAS_COLUMN_PLACE, TRUE },
  { "year", ATLAS_COLUMN_COUNT, TRUE },
  { "batch_id", ATLAS_COLUMN_TEXT, TRUE },
  { "payment", ATLAS_COLUMN_ENUM, TRUE, "one_off allowance" },
  { "grade", ATLAS_COLUMN_ENUM, TRUE, "assistant intermediate senior" },
  { "recipients", ATLAS_COLUMN_QUANTITY, TRUE },
  { "amount_yuan", ATLAS_COLUMN_MONEY, TRUE, "amount" },
  { "rate_yuan", ATLAS_COLUMN_MONEY, FALSE, "rate" },
  { "paid_on", ATLAS_COLUMN_DATE, FALSE },
};

static const AtlasColumn funds[] = {
  { "fund_id", ATLAS_COLUMN_TEXT, TRUE },
  { "name", ATLAS_COLUMN_TEXT, TRUE },
  { "holder", ATLAS_COLUMN_ENUM, TRUE, "urban_community rural_community township" },
  { "region_code", ATLAS_COLUMN_PLACE, TRUE },
  { "set_up_on", ATLAS_COLUMN_DATE, FALSE },
  { "closed_on", ATLAS_COLUMN_DATE, FALSE },
  { "manager", ATLAS_COLUMN_TEXT, FALSE },
  { "start_up_yuan", ATLAS_COLUMN_MONEY, FALSE, "start_up" },
  { "raised_yuan", ATLAS_COLUMN_MONEY, FALSE, "raised" },
  { "spent_yuan", ATLAS_COLUMN_MONEY, FALSE, "spent" },
};

static const AtlasColumn inspections[] = {
  { "station_id", ATLAS_COLUMN_TEXT, TRUE },
  { "inspected_on", ATLAS_COLUMN_DATE, TRUE },
  { "region_code", ATLAS_COLUMN_PLACE, TRUE },
  { "score", ATLAS_COLUMN_HOURS, FALSE },
  { "staff_count", ATLAS_COLUMN_QUANTITY, FALSE },
  { "problems", ATLAS_COLUMN_QUANTITY, FALSE },
  { "linkage_elements", ATLAS_COLUMN_QUANTITY, FALSE },
  { "result", ATLAS_COLUMN_ENUM, FALSE, "excellent qualified to_rectify unqualified" },
  { "inspector", ATLAS_COLUMN_TEXT, FALSE },
};

const AtlasTableDefinition atlas_table_definitions[ATLAS_N_TABLES] = {
  { "regions", "code", 1, "code", G_N_ELEMENTS (regions), regions },
  { "units", "unit", 1, "position", G_N_ELEMENTS (units), units },
  { "dimensions", "dimension, value", 2, "position", G_N_ELEMENTS (dimensions), dimensions },
  { "indicators", "indicator_id", 1, "position", G_N_ELEMENTS (indicators), indicators },
  { "denominators", "region_code, valid_from", 2, "position", G_N_ELEMENTS (denominators), denominators },
  { "sources", "source_id", 1, "position", G_N_ELEMENTS (sources), sources },
  { "figures", "figure_id", 1, "position", G_N_ELEMENTS (figures), figures },
  { "programmes", "programme_id", 1, "position", G_N_ELEMENTS (programmes), programmes },
  { "stations", "station_id", 1, "row_id", G_N_ELEMENTS (stations), stations },
  { "personnel", "person_id", 1, "row_id", G_N_ELEMENTS (personnel), personnel },
  { "funding", "region_code, year, entry_id", 3, "row_id", G_N_ELEMENTS (funding), funding },
  { "services", "station_id, year, month, kind", 4, "row_id", G_N_ELEMENTS (services), services },
  { "organisations", "org_id", 1, "row_id", G_N_ELEMENTS (organisations), organisations },
  { "projects", "region_code, year, project_id", 3, "row_id", G_N_ELEMENTS (projects), projects },
  { "training", "region_code, year, class_id", 3, "row_id", G_N_ELEMENTS (training), training },
  { "posts", "post_id", 1, "row_id", G_N_ELEMENTS (posts), posts },
  { "policies", "region_code, year, document_no", 3, "row_id", G_N_ELEMENTS (policies), policies },
  { "incentives", "region_code, year, batch_id, payment, grade", 5, "row_id", G_N_ELEMENTS (incentives), incentives },
  { "funds", "fund_id", 1, "row_id", G_N_ELEMENTS (funds), funds },
  { "inspections", "station_id, inspected_on", 2, "row_id", G_N_ELEMENTS (inspections), inspections },
};

G_STATIC_ASSERT (G_N_ELEMENTS (atlas_table_definitions) == ATLAS_N_TABLES);

const AtlasTableDefinition *
atlas_table_definition_find (const char *name)
{
  for (guint i = 0; i < ATLAS_N_TABLES; i++)
    if (strcmp (atlas_table_definitions[i].name, name) == 0)
      return &atlas_table_definitions[i];
  return NULL;
}

gboolean
atlas_table_definition_is_register (const AtlasTableDefinition *self)
{
  return self - atlas_table_definitions >= ATLAS_N_BUNDLED_TABLES;
}

gboolean
atlas_table_definition_is_imported (const AtlasTableDefinition *self)
{
  return atlas_table_definition_is_register (self) || self->columns == figures || self->columns == sources;
}

const AtlasTableDefinition *
atlas_table_definition_get_imported (guint n)
{
  g_return_val_if_fail (n < ATLAS_N_IMPORTED_TABLES, NULL);

  return n < ATLAS_N_REGISTERS ? &atlas_table_definitions[ATLAS_N_BUNDLED_TABLES + n]
                               : &atlas_table_definitions[ATLAS_FIRST_IMPORTED_TABLE + 1 - (n - ATLAS_N_REGISTERS)];
}

int
atlas_table_definition_find_column (const AtlasTableDefinition *self,
                                    const char                 *name)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (strcmp (self->columns[i].name, name) == 0)
      return (int) i;
  return -1;
}

gboolean
atlas_column_kind_has_qualifier (AtlasColumnKind kind)
{
  return kind == ATLAS_COLUMN_QUANTITY || kind == ATLAS_COLUMN_HOURS || kind == ATLAS_COLUMN_MONEY;
}

guint
atlas_column_kind_get_decimals (AtlasColumnKind kind)
{
  return kind == ATLAS_COLUMN_HOURS || kind == ATLAS_COLUMN_MONEY ? 2 : 0;
}

guint
atlas_column_get_n_fields (const AtlasColumn *column)
{
  return column->kind == ATLAS_COLUMN_NUMBER || atlas_column_kind_has_qualifier (column->kind) ? 2 : 1;
}

/* Quoted, since "order" and "group" are words of SQL. */
static void
add_fields (GStrvBuilder      *fields,
            const AtlasColumn *column)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  switch (column->kind)
    {
    case ATLAS_COLUMN_NUMBER:
      first = g_strdup_printf ("\"%s_mantissa\"", column->name);
      second = g_strdup_printf ("\"%s_decimals\"", column->name);
      break;
    case ATLAS_COLUMN_QUANTITY:
      first = g_strdup_printf ("\"%s\"", column->name);
      second = g_strdup_printf ("\"%s_qualifier\"", column->name);
      break;
    case ATLAS_COLUMN_HOURS:
      first = g_strdup_printf ("\"%s_hundredths\"", column->name);
      second = g_strdup_printf ("\"%s_qualifier\"", column->name);
      break;
    case ATLAS_COLUMN_MONEY:
      first = g_strdup_printf ("\"%s_fen\"", column->detail);
      second = g_strdup_printf ("\"%s_qualifier\"", column->detail);
      break;
    default:
      first = g_strdup_printf ("\"%s\"", column->name);
    }
  g_strv_builder_add (fields, first);
  if (second != NULL)
    g_strv_builder_add (fields, second);
}

char **
atlas_table_definition_dup_fields (const AtlasTableDefinition *self)
{
  g_autoptr (GStrvBuilder) fields = g_strv_builder_new ();

  for (guint i = 0; i < self->n_columns; i++)
    add_fields (fields, &self->columns[i]);
  return g_strv_builder_end (fields);
}

char *
atlas_table_definition_dup_select (const AtlasTableDefinition *self,
                                   const char                 *where,
                                   const char                 *order)
{
  g_auto (GStrv) fields = atlas_table_definition_dup_fields (self);
  g_autofree char *list = g_strjoinv (", ", fields);

  return g_strconcat ("SELECT ", list, " FROM \"", self->name, "\"", where != NULL ? " WHERE " : "",
                      where != NULL ? where : "", " ORDER BY ", order, NULL);
}

char *
atlas_table_definition_dup_insert (const AtlasTableDefinition *self)
{
  g_auto (GStrv) fields = atlas_table_definition_dup_fields (self);
  g_autofree char *list = g_strjoinv (", ", fields);
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO \"%s\" (%s) VALUES (?", self->name, list);
  for (guint i = 1; i < g_strv_length (fields); i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}
