/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/register-row.h"

static const char *const code_ids[] = {
  [ATLAS_REJECT_MISSING_VALUE] = "missing_value",
  [ATLAS_REJECT_NOT_A_NUMBER] = "not_a_number",
  [ATLAS_REJECT_NEGATIVE_NUMBER] = "negative_number",
  [ATLAS_REJECT_BAD_DATE] = "bad_date",
  [ATLAS_REJECT_DATE_ORDER] = "date_order",
  [ATLAS_REJECT_YEAR_OUT_OF_RANGE] = "year_out_of_range",
  [ATLAS_REJECT_MONTH_OUT_OF_RANGE] = "month_out_of_range",
  [ATLAS_REJECT_UNKNOWN_REGION] = "unknown_region",
  [ATLAS_REJECT_AMBIGUOUS_REGION] = "ambiguous_region",
  [ATLAS_REJECT_UNKNOWN_ENUM] = "unknown_enum",
  [ATLAS_REJECT_UNKNOWN_STATION] = "unknown_station",
  [ATLAS_REJECT_DUPLICATE_ID] = "duplicate_id",
  [ATLAS_REJECT_ID_CONFLICT] = "id_conflict",
  [ATLAS_REJECT_MASKED_VALUE] = "masked_value",
  [ATLAS_REJECT_WRONG_COLUMN_COUNT] = "wrong_column_count",
  [ATLAS_REJECT_NUL_BYTE] = "nul_byte",
  [ATLAS_REJECT_BAD_ENCODING] = "bad_encoding",
};

const char *
atlas_reject_code_to_id (AtlasRejectCode code)
{
  g_return_val_if_fail (code < G_N_ELEMENTS (code_ids), NULL);

  return code_ids[code];
}

AtlasRejection *
atlas_rejection_new (guint            line,
                     const char      *column,
                     const char      *value,
                     AtlasRejectCode  code,
                     const char      *reason)
{
  AtlasRejection *self = g_new0 (AtlasRejection, 1);

  self->line = line;
  self->column = g_strdup (column);
  self->value = g_strdup (value);
  self->code = code;
  self->reason = g_strdup (reason);
  return self;
}

void
atlas_rejection_free (AtlasRejection *self)
{
  g_free (self->column);
  g_free (self->value);
  g_free (self->reason);
  g_strfreev (self->cells);
  g_free (self);
}

int
atlas_register_find_year_column (const AtlasTableDefinition *table)
{
  int year = atlas_table_definition_find_column (table, "year");

  return year >= 0 ? year : atlas_table_definition_find_column (table, "inspected_on");
}

int
atlas_register_date_get_year (const char *date)
{
  int year = 0;

  for (guint i = 0; i < 4 && g_ascii_isdigit (date[i]); i++)
    year = year * 10 + (date[i] - '0');
  return year;
}
