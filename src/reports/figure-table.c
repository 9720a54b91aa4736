/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/figure-table.h"

#include <glib/gi18n.h>

#include "dataset/dimension-values.h"
#include "indicators/figure-year.h"
#include "indicators/number-format.h"
#include "reports/sentences.h"

char *
atlas_figure_dup_subject (AtlasCatalogue    *catalogue,
                          const AtlasFigure *figure)
{
  const AtlasIndicator *indicator = atlas_catalogue_find_indicator (catalogue, figure->indicator_id);
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < figure->dimensions->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (figure->dimensions, i);
      const AtlasDimensionValue *value = atlas_catalogue_find_value (catalogue, pair->dimension, pair->value);

      if (value != NULL)
        g_ptr_array_add (values, (gpointer) atlas_dimension_value_get_name (value));
    }
  if (values->len == 0)
    return g_strdup (atlas_indicator_get_name (indicator));
  list = atlas_sentence_join (values);
  return g_strdup_printf (C_("row", "%1$s (%2$s)"), atlas_indicator_get_name (indicator), list);
}

char *
atlas_figure_dup_value (AtlasCatalogue    *catalogue,
                        const AtlasFigure *figure)
{
  const AtlasIndicator *indicator = atlas_catalogue_find_indicator (catalogue, figure->indicator_id);
  const AtlasUnit *unit = atlas_catalogue_find_unit (catalogue, indicator->unit);
  g_autofree char *digits =
    atlas_format_label (atlas_decimal_to_double (figure->value), figure->qualifier, unit, ATLAS_SCALE_ONE);
  const char *symbol = atlas_unit_is_percent (unit) ? "" : atlas_unit_get_symbol (unit);
  gboolean spaced = symbol[0] != '\0' && atlas_language_current () != ATLAS_LANGUAGE_CHINESE;

  return g_strconcat (digits, spaced ? " " : "", symbol, NULL);
}

AtlasReportTable *
atlas_figure_table_new (const char *title,
                        gboolean    is_regional)
{
  AtlasReportTable *self = atlas_report_table_new (title, NULL);

  if (is_regional)
    atlas_report_table_add_column (self, _("Region"), FALSE);
  atlas_report_table_add_column (self, _("Indicator"), FALSE);
  atlas_report_table_add_column (self, _("Value"), TRUE);
  atlas_report_table_add_column (self, _("Period"), TRUE);
  atlas_report_table_add_column (self, C_("column", "Source"), TRUE);
  self->note = g_strdup (_("As published, with the unit behind the number; sources by their numbers in the list at the end."));
  return self;
}

void
atlas_figure_table_add (AtlasReportTable   *self,
                        AtlasReportBuilder *builder,
                        AtlasFigure        *figure,
                        gboolean            is_regional)
{
  const AtlasRegion *region =
    atlas_region_tree_lookup (atlas_catalogue_get_regions (builder->catalogue), figure->region_code);
  g_autofree char *subject = atlas_figure_dup_subject (builder->catalogue, figure);
  g_autofree char *value = atlas_figure_dup_value (builder->catalogue, figure);
  g_autofree char *period = atlas_format_period (atlas_figure_get_period (figure));
  g_autofree char *citation = atlas_report_format_citation (atlas_report_cite (builder->report, figure->source));

  atlas_report_table_add_row (self);
  if (is_regional)
    atlas_report_table_add_cell (self, atlas_region_get_display_name (region));
  atlas_report_table_add_cell (self, subject);
  atlas_report_table_add_cell (self, value);
  atlas_report_table_add_cell (self, period);
  atlas_report_table_add_cell (self, citation);
  g_ptr_array_add (builder->figures, atlas_figure_ref (figure));
}

gboolean
atlas_figure_is_later (AtlasReportBuilder *builder,
                       const AtlasFigure  *figure)
{
  return builder->request->year != 0 && atlas_figure_get_year (figure, NULL) > builder->request->year;
}
