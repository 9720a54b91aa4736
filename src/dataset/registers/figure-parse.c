/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/dimension-values.h"
#include "dataset/number-parse.h"
#include "dataset/qualified-number.h"
#include "dataset/registers/column-unit.h"
#include "dataset/registers/register-text.h"
#include "dataset/registers/row-parser-private.h"

/* The columns of figures and sources, in the order of table-definition.c. */
enum { FIGURE_ID, FIGURE_SOURCE, FIGURE_REGION, FIGURE_INDICATOR, FIGURE_DIMENSIONS, FIGURE_VALUE, FIGURE_QUALIFIER, FIGURE_UNIT,
       FIGURE_PERIOD, FIGURE_AS_OF, FIGURE_PRINTED, FIGURE_STATUS, FIGURE_NOTE };
enum { SOURCE_KIND = 6 };

gboolean
atlas_value_parse_figure (AtlasRowParser     *self,
                          guint               column,
                          const char         *text,
                          AtlasRegisterValue *value)
{
  AtlasParsedNumber number;
  g_autoptr (GError) error = NULL;

  if (!atlas_number_parse (text, &number, &error))
    return atlas_row_parser_fail (self, column, ATLAS_REJECT_NOT_A_NUMBER, _("%s: write one number"), error->message);
  value->text = text;
  value->is_missing = number.is_missing;
  value->number = number.value.mantissa;
  value->decimals = number.value.decimals;
  value->qualifier = number.qualifier;
  self->figure = number;
  return TRUE;
}

gboolean
atlas_value_parse_dimensions (AtlasRowParser     *self,
                              guint               column,
                              const char         *text,
                              AtlasRegisterValue *value)
{
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sorted = NULL;

  value->is_missing = atlas_register_text_is_missing (text);
  if (value->is_missing)
    return TRUE;
  values = atlas_dimension_values_parse (text, &error);
  if (values == NULL)
    return atlas_row_parser_fail (self, column, ATLAS_REJECT_UNKNOWN_ENUM, "%s", error->message);
  sorted = atlas_dimension_values_to_string (values);
  value->text = g_string_assign (self->buffers[column], sorted)->str;
  return TRUE;
}

static const char *
find_unit_id (const AtlasColumnUnit *unit)
{
  return unit->measure == ATLAS_MEASURE_MONEY ? "yuan" : NULL;
}

/* 万元 is yuan, in ten thousands, unless the number has its own 万. Ids of units and what this does not know stay as they are. */
static gboolean
apply_unit (AtlasRowParser *self)
{
  AtlasRegisterValue *value = &self->row.values[FIGURE_VALUE], *unit_value = &self->row.values[FIGURE_UNIT];
  g_autoptr (GString) folded = g_string_new (NULL);
  AtlasDecimal decimal = { value->number, value->decimals };
  AtlasColumnUnit unit;

  atlas_register_text_fold (unit_value->text, folded);
  if (!atlas_column_unit_parse (folded->str, &unit) || find_unit_id (&unit) == NULL)
    return TRUE;
  unit_value->text = find_unit_id (&unit);
  if (self->figure.exponent >= 4 || self->figure.measure == ATLAS_NUMBER_MEASURE_MONEY)
    return TRUE;
  for (guint i = 0; i < unit.exponent; i++)
    {
      if (decimal.decimals > 0)
        decimal.decimals--;
      else if (__builtin_mul_overflow (decimal.mantissa, 10, &decimal.mantissa))
        return atlas_row_parser_fail (self, FIGURE_VALUE, ATLAS_REJECT_NOT_A_NUMBER,
                                      _("“%s” is too large or too fine a number: correct it"),
                                      atlas_row_parser_quote (self, value->text));
    }
  value->number = decimal.mantissa;
  value->decimals = decimal.decimals;
  return TRUE;
}

static void
set_default (AtlasRegisterValue *value,
             const char         *text)
{
  if (!value->is_missing)
    return;
  value->text = text;
  value->is_missing = FALSE;
}

/* What the number says of itself and what stands beside it hold both. */
static void
join_qualifiers (AtlasRowParser *self)
{
  AtlasRegisterValue *value = &self->row.values[FIGURE_VALUE], *beside = &self->row.values[FIGURE_QUALIFIER];
  AtlasQualifier qualifier = ATLAS_QUALIFIER_EXACT;

  if (!beside->is_missing)
    atlas_qualifier_from_id (beside->text, &qualifier);
  value->qualifier = atlas_qualifier_join (value->qualifier, qualifier);
  beside->text = atlas_qualifier_to_id (value->qualifier);
  beside->is_missing = FALSE;
}

gboolean
atlas_row_parser_complete (AtlasRowParser *self)
{
  AtlasRegisterValue *values = self->row.values;

  if (strcmp (self->table->name, "sources") == 0)
    set_default (&values[SOURCE_KIND], "secondary");
  if (strcmp (self->table->name, "figures") != 0)
    return TRUE;
  set_default (&values[FIGURE_PRINTED], values[FIGURE_VALUE].text);
  set_default (&values[FIGURE_STATUS], "A");
  join_qualifiers (self);
  return apply_unit (self);
}
