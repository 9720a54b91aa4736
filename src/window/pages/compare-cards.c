/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/compare-cards.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charts/parent-reference.h"
#include "window/pages/compare-change.h"
#include "window/pages/compare-panels.h"
#include "window/pages/page-questions.h"

static const AtlasRegion *
lookup (AtlasCardContext *context,
        const char       *code)
{
  return atlas_region_tree_lookup (atlas_catalogue_get_regions (context->catalogue), code);
}

/* The smallest region in which all that are compared lie, other than one of them; (nullable). */
static const AtlasRegion *
find_common (AtlasCardContext *context)
{
  char **codes = context->compare;
  const AtlasRegion *common = lookup (context, codes[0])->parent;

  for (guint i = 1; codes[i] != NULL; i++)
    while (common != NULL
           && (common == lookup (context, codes[i]) || !atlas_region_is_within (lookup (context, codes[i]), common)))
      common = common->parent;
  return common;
}

/* What the region around them has, and the nation; (nullable) (transfer full). */
static AtlasTable *
ask_around (AtlasCardContext  *context,
            AtlasTable        *table,
            const AtlasRegion *region)
{
  const char *codes[] = { region->code, NULL };

  return atlas_card_ask_regions (context, atlas_table_get_indicator (table)->indicator_id, codes, NULL, NULL);
}

static void
set_reference (AtlasCardContext *context,
               AtlasChartSpec   *spec)
{
  const AtlasRegion *common = find_common (context);
  g_autoptr (AtlasTable) around = NULL;
  g_autoptr (AtlasTable) nation = NULL;

  if (common == NULL)
    return;
  around = ask_around (context, spec->table, common);
  if (around != NULL)
    atlas_parent_reference_set (spec, around);
  if (common->parent == NULL)
    return;
  nation = ask_around (context, spec->table, lookup (context, "000000"));
  if (nation != NULL)
    atlas_parent_reference_set_further (spec, nation);
}

/* The indicator that was chosen, the first, stays even where there is nothing to show: that is an answer too. */
static AtlasCardContent *
make_bars (AtlasCardContext  *context,
           const char        *id,
           GError           **error)
{
  g_autoptr (AtlasTable) table = atlas_card_ask_regions (context, id, (const char *const *) context->compare, NULL, error);
  g_autofree char *name = NULL;
  AtlasCardContent *content;

  if (table == NULL)
    return NULL;
  if (context->card > 0 && !atlas_table_has_values (table))
    return atlas_card_content_new_hidden ();
  name = atlas_table_dup_name (table);
  content = atlas_card_content_new_chart (context, ATLAS_CHART_BAR, table, name);
  content->spec->show_fraction = strcmp (id, "township_coverage") == 0;
  if (content->spec->show_fraction)
    atlas_chart_spec_set_reference (content->spec, 100, "100%");
  else
    set_reference (context, content->spec);
  return content;
}

/* Where there is none, of ERROR (nullable) or of years. */
static AtlasCardContent *
make_no_index (AtlasCardContext  *context,
               const char        *id,
               GError            *failed,
               GError           **error)
{
  const char *name = atlas_indicator_get_name (atlas_catalogue_find_indicator (context->catalogue, id));

  if (failed == NULL && context->card > 0)
    return atlas_card_content_new_hidden ();
  return atlas_card_content_new_lacking_unless (failed, name,
                                                _("No two of these regions have figures of one year and of a later one. Choose "
                                                  "other years, or enter what documents have published."),
                                                NULL, NULL, error);
}

/* How each came on since the first year that they share, whatever its size: against each other the differences state them. */
static AtlasCardContent *
make_index (AtlasCardContext  *context,
            const char        *id,
            GError           **error)
{
  GError *failed = NULL;
  int base;
  g_autoptr (AtlasTable) table = atlas_compare_ask_index (context, id, &base, &failed);
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  AtlasCardContent *content;

  if (table == NULL)
    return make_no_index (context, id, failed, error);
  name = atlas_table_dup_name (table);
  /* Translators: the title of a chart: an indicator, and the year of which each region's own figure is 100% */
  title = g_strdup_printf (_("%1$s, %2$d = 100%%"), name, base);
  content = atlas_card_content_new_chart (context, ATLAS_CHART_LINE, table, title);
  atlas_chart_spec_set_reference (content->spec, 100, "100%");
  return content;
}

AtlasCardContent *
atlas_compare_make_chart (AtlasCardContext  *context,
                          GError           **error)
{
  g_autoptr (GPtrArray) ids = atlas_compare_list_charts (context->catalogue, context->indicator, context->per_10k);
  const char *id;

  if (context->card >= ids->len)
    return atlas_card_content_new_hidden ();
  id = g_ptr_array_index (ids, context->card);
  return context->as_index ? make_index (context, id, error) : make_bars (context, id, error);
}

/* Its colours are those of years or grades. */
static AtlasCardContent *
content_new_by_part (AtlasCardContext *context,
                     AtlasChartKind    kind,
                     AtlasTable       *table,
                     const char       *title)
{
  AtlasCardContent *content = atlas_card_content_new_chart (context, kind, table, title);

  g_clear_pointer (&content->spec->slots, g_hash_table_unref);
  return content;
}

AtlasCardContent *
atlas_compare_make_change (AtlasCardContext  *context,
                           GError           **error)
{
  GError *failed = NULL;
  g_autoptr (AtlasTable) table = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  if (!context->as_index)
    table = atlas_compare_ask_change (context, context->indicator, &failed);
  if (failed != NULL)
    {
      g_propagate_error (error, failed);
      return NULL;
    }
  if (table == NULL)
    return atlas_card_content_new_hidden ();
  name = atlas_table_dup_name (table);
  /* Translators: the title of a chart: how an indicator changed from one year to another */
  title = g_strdup_printf (_("%s, then and now"), name);
  return content_new_by_part (context, ATLAS_CHART_DUMBBELL, table, title);
}

AtlasCardContent *
atlas_compare_make_grades (AtlasCardContext  *context,
                           GError           **error)
{
  g_autoptr (AtlasTable) table = NULL;

  if (context->as_index)
    return atlas_card_content_new_hidden ();
  table = atlas_card_ask_regions (context, "certified_workers", (const char *const *) context->compare, "grade", error);
  if (table == NULL)
    return NULL;
  if (!atlas_table_has_values (table))
    return atlas_card_content_new_hidden ();
  return content_new_by_part (context, ATLAS_CHART_PERCENT_BAR, table, _("Grade mix"));
}
