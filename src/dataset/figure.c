/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/figure.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/dimension-values.h"

G_DEFINE_BOXED_TYPE (AtlasFigure, atlas_figure, atlas_figure_ref, atlas_figure_unref)

static const struct {
  const char *id;
  const char *sign;
  const char *name;
} qualifiers[] = {
  [ATLAS_QUALIFIER_EXACT] = { "exact", "", NC_ ("qualifier", "exact") },
  [ATLAS_QUALIFIER_ABOUT] = { "about", "≈", NC_ ("qualifier", "about") },
  [ATLAS_QUALIFIER_NEARLY] = { "nearly", "近", NC_ ("qualifier", "nearly") },
  [ATLAS_QUALIFIER_AT_LEAST] = { "at_least", "≥", NC_ ("qualifier", "at least") },
  [ATLAS_QUALIFIER_AT_MOST] = { "at_most", "≤", NC_ ("qualifier", "at most") },
};

static const struct {
  const char *id;
  const char *name;
} statuses[] = {
  [ATLAS_STATUS_NORMAL] = { "A", NC_ ("observation status", "normal") },
  [ATLAS_STATUS_ESTIMATED] = { "E", NC_ ("observation status", "estimated") },
  [ATLAS_STATUS_LOW_RELIABILITY] = { "U", NC_ ("observation status", "low reliability") },
  [ATLAS_STATUS_MISSING] = { "M", NC_ ("observation status", "missing") },
};

const char *
atlas_qualifier_to_id (AtlasQualifier qualifier)
{
  g_return_val_if_fail (qualifier < G_N_ELEMENTS (qualifiers), NULL);

  return qualifiers[qualifier].id;
}

gboolean
atlas_qualifier_from_id (const char     *id,
                         AtlasQualifier *out)
{
  for (guint i = 0; i < G_N_ELEMENTS (qualifiers); i++)
    if (strcmp (qualifiers[i].id, id) == 0)
      {
        *out = i;
        return TRUE;
      }
  return FALSE;
}

const char *
atlas_qualifier_get_mark (AtlasQualifier qualifier)
{
  g_return_val_if_fail (qualifier < G_N_ELEMENTS (qualifiers), NULL);

  return qualifiers[qualifier].sign;
}

const char *
atlas_qualifier_get_name (AtlasQualifier qualifier)
{
  g_return_val_if_fail (qualifier < G_N_ELEMENTS (qualifiers), NULL);

  return g_dpgettext2 (NULL, "qualifier", qualifiers[qualifier].name);
}

const char *
atlas_status_to_id (AtlasStatus status)
{
  g_return_val_if_fail (status < G_N_ELEMENTS (statuses), NULL);

  return statuses[status].id;
}

gboolean
atlas_status_from_id (const char  *id,
                      AtlasStatus *out)
{
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (strcmp (statuses[i].id, id) == 0)
      {
        *out = i;
        return TRUE;
      }
  return FALSE;
}

const char *
atlas_status_get_name (AtlasStatus status)
{
  g_return_val_if_fail (status < G_N_ELEMENTS (statuses), NULL);

  return g_dpgettext2 (NULL, "observation status", statuses[status].name);
}

/**
 * atlas_figure_new:
 *
 * Returns: (transfer full): a figure without source, whose texts are all "" and whose dimensions are empty, to be
 *   filled before it is shared
 */
AtlasFigure *
atlas_figure_new (void)
{
  AtlasFigure *self = g_atomic_rc_box_new0 (AtlasFigure);

  self->figure_id = g_strdup ("");
  self->region_code = g_strdup ("");
  self->indicator_id = g_strdup ("");
  self->dimensions = atlas_dimension_values_new ();
  self->unit = g_strdup ("");
  self->period = g_strdup ("");
  self->as_of = g_strdup ("");
  self->printed = g_strdup ("");
  self->note = g_strdup ("");
  return self;
}

AtlasFigure *
atlas_figure_ref (AtlasFigure *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
figure_clear (AtlasFigure *self)
{
  g_clear_pointer (&self->source, atlas_source_unref);
  g_free (self->figure_id);
  g_free (self->region_code);
  g_free (self->indicator_id);
  g_clear_pointer (&self->dimensions, g_ptr_array_unref);
  g_free (self->unit);
  g_free (self->period);
  g_free (self->as_of);
  g_free (self->printed);
  g_free (self->note);
}

void
atlas_figure_unref (AtlasFigure *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) figure_clear);
}
