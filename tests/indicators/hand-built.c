/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "hand-built.h"

#include "dataset/dimension-values.h"

static void
set (char       **text,
     const char  *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

static GPtrArray *
pairs (const char *text)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *values = atlas_dimension_values_parse (text, &error);

  g_assert_no_error (error);
  return values;
}

static void
add_indicator (GPtrArray  *indicators,
               const char *id,
               const char *unit,
               const char *over_regions,
               const char *over_time,
               const char *dimensions,
               const char *defaults,
               const char *formula)
{
  AtlasIndicator *indicator = atlas_indicator_new ();

  set (&indicator->indicator_id, id);
  set (&indicator->name_en, id);
  set (&indicator->unit, unit);
  set (&indicator->over_regions, over_regions);
  set (&indicator->over_time, over_time);
  set (&indicator->formula, formula);
  g_strfreev (indicator->dimensions);
  indicator->dimensions = g_strsplit (dimensions, ";", -1);
  g_ptr_array_unref (indicator->defaults);
  indicator->defaults = pairs (defaults);
  g_ptr_array_add (indicators, indicator);
}

static void
add_value (GPtrArray          *values,
           const char         *dimension,
           const char         *value,
           AtlasDimensionKind  kind,
           guint               order,
           gboolean            complete)
{
  AtlasDimensionValue *row = atlas_dimension_value_new ();

  set (&row->dimension, dimension);
  set (&row->value, value);
  set (&row->name_en, value);
  row->kind = kind;
  row->order = order;
  row->part_of_complete_set = complete;
  g_ptr_array_add (values, row);
}

static GPtrArray *
make_indicators (void)
{
  GPtrArray *indicators = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_indicator_free);

  add_indicator (indicators, "certified_workers", "people", "sum", "last", "grade", "", "");
  add_indicator (indicators, "allowance_rate", "yuan", "none", "none", "grade", "", "");
  add_indicator (indicators, "funding", "yuan", "sum", "sum", "programme;purpose;source", "", "");
  add_indicator (indicators, "stations", "stations", "sum", "last", "status;tier",
                 "status=operating;tier=township_station", "");
  add_indicator (indicators, "social_workers", "people", "sum", "last", "", "", "");
  add_indicator (indicators, "population", "people", "sum", "last", "", "", "");
  add_indicator (indicators, "certified_share", "percent", "recompute", "recompute", "", "",
                 "certified_workers / social_workers * 100");
  add_indicator (indicators, "certified_per_10k", "people", "recompute", "recompute", "", "",
                 "certified_workers / population * 10000");
  add_indicator (indicators, "funding_per_station", "yuan", "recompute", "recompute", "", "", "funding / stations");
  return indicators;
}

static GPtrArray *
make_values (void)
{
  GPtrArray *values = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_dimension_value_free);

  add_value (values, "batch", "2", ATLAS_DIMENSION_ATTRIBUTE, 0, FALSE);
  add_value (values, "claim", "words", ATLAS_DIMENSION_ATTRIBUTE, 0, FALSE);
  add_value (values, "grade", "senior", ATLAS_DIMENSION_BREAKDOWN, 3, TRUE);
  add_value (values, "grade", "assistant", ATLAS_DIMENSION_BREAKDOWN, 1, TRUE);
  add_value (values, "grade", "intermediate", ATLAS_DIMENSION_BREAKDOWN, 2, TRUE);
  add_value (values, "grade", "intermediate_and_above", ATLAS_DIMENSION_AGGREGATE, 0, FALSE);
  add_value (values, "programme", "double_hundred", ATLAS_DIMENSION_BREAKDOWN, 0, FALSE);
  add_value (values, "purpose", "training", ATLAS_DIMENSION_BREAKDOWN, 0, FALSE);
  add_value (values, "purpose", "incentives", ATLAS_DIMENSION_BREAKDOWN, 0, FALSE);
  add_value (values, "source", "central", ATLAS_DIMENSION_BREAKDOWN, 0, FALSE);
  add_value (values, "source", "provincial", ATLAS_DIMENSION_BREAKDOWN, 0, FALSE);
  add_value (values, "status", "planned", ATLAS_DIMENSION_BREAKDOWN, 1, FALSE);
  add_value (values, "status", "operating", ATLAS_DIMENSION_BREAKDOWN, 3, FALSE);
  add_value (values, "tier", "township_station", ATLAS_DIMENSION_BREAKDOWN, 2, FALSE);
  return values;
}

static void
add_unit (GPtrArray  *units,
          const char *id,
          gboolean    is_money)
{
  AtlasUnit *unit = atlas_unit_new ();

  set (&unit->unit, id);
  set (&unit->symbol_en, id);
  unit->is_money = is_money;
  g_ptr_array_add (units, unit);
}

AtlasCatalogue *
hand_built_catalogue (void)
{
  GPtrArray *units = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_unit_free);
  g_autoptr (GError) error = NULL;
  AtlasCatalogue *catalogue;

  add_unit (units, "people", FALSE);
  add_unit (units, "percent", FALSE);
  add_unit (units, "stations", FALSE);
  add_unit (units, "yuan", TRUE);
  catalogue = atlas_catalogue_new_from_rows (NULL, make_indicators (), make_values (), units,
                                             g_ptr_array_new (), g_ptr_array_new (), NULL, &error);
  g_assert_no_error (error);
  return catalogue;
}

AtlasFigure *
hand_built_figure (const char *figure_id,
                   const char *indicator_id,
                   const char *dimensions,
                   const char *value,
                   const char *period,
                   const char *as_of)
{
  AtlasFigure *figure = atlas_figure_new ();

  set (&figure->figure_id, figure_id);
  set (&figure->region_code, "640000");
  set (&figure->indicator_id, indicator_id);
  set (&figure->unit, "people");
  set (&figure->period, period);
  set (&figure->as_of, as_of);
  g_ptr_array_unref (figure->dimensions);
  figure->dimensions = pairs (dimensions);
  g_assert_true (atlas_decimal_parse (value, &figure->value));
  hand_built_set_source (figure, "doc", "", "", ATLAS_SOURCE_KIND_PRESS);
  return figure;
}

void
hand_built_set_source (AtlasFigure     *figure,
                       const char      *source_id,
                       const char      *published_on,
                       const char      *as_of,
                       AtlasSourceKind  kind)
{
  g_clear_pointer (&figure->source, atlas_source_unref);
  figure->source = atlas_source_new ();
  set (&figure->source->source_id, source_id);
  set (&figure->source->published_on, published_on);
  set (&figure->source->as_of, as_of);
  figure->source->as_of_inferred = as_of[0] != '\0';
  figure->source->kind = kind;
}

GPtrArray *
hand_built_list (AtlasFigure *first,
                 ...)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_figure_unref);
  va_list more;

  va_start (more, first);
  for (AtlasFigure *figure = first; figure != NULL; figure = va_arg (more, AtlasFigure *))
    g_ptr_array_add (figures, figure);
  va_end (more);
  return figures;
}
