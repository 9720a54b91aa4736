/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/year-order.h"

GArray *
atlas_years_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (int));
}

void
atlas_years_add (GArray *years,
                 int     year)
{
  guint at = 0;

  while (at < years->len && g_array_index (years, int, at) < year)
    at++;
  if (at == years->len || g_array_index (years, int, at) != year)
    g_array_insert_val (years, at, year);
}

void
atlas_years_add_all (GArray *years,
                     GArray *more)
{
  for (guint i = 0; i < more->len; i++)
    atlas_years_add (years, g_array_index (more, int, i));
}

gboolean
atlas_years_contain (GArray *years,
                     int     year)
{
  for (guint i = 0; i < years->len; i++)
    if (g_array_index (years, int, i) == year)
      return TRUE;
  return FALSE;
}

GArray *
atlas_years_intersect (GArray *a,
                       GArray *b)
{
  GArray *both = atlas_years_new ();

  for (guint i = 0; i < a->len; i++)
    if (atlas_years_contain (b, g_array_index (a, int, i)))
      g_array_append_val (both, g_array_index (a, int, i));
  return both;
}

/* Appends the dated years of KNOWN below LIMIT from the latest on, then "undated" if it is there. */
static void
append_descending (GArray *order,
                   GArray *known,
                   int     limit)
{
  for (guint i = known->len; i > 0; i--)
    if (g_array_index (known, int, i - 1) < limit)
      g_array_append_val (order, g_array_index (known, int, i - 1));
}

GArray *
atlas_years_to_try (GArray   *known,
                    int       asked,
                    gboolean  stand_in)
{
  GArray *order = atlas_years_new ();

  if (asked != 0)
    g_array_append_val (order, asked);
  if (asked == 0 || stand_in)
    append_descending (order, known, asked == 0 ? G_MAXINT : asked);
  return order;
}

GArray *
atlas_years_nearest (GArray *known,
                     int     year)
{
  GArray *order = atlas_years_new ();

  for (guint i = known->len; i > 0; i--)
    if (g_array_index (known, int, i - 1) <= year && g_array_index (known, int, i - 1) != 0)
      g_array_append_val (order, g_array_index (known, int, i - 1));
  for (guint i = 0; i < known->len; i++)
    if (g_array_index (known, int, i) > year)
      g_array_append_val (order, g_array_index (known, int, i));
  return order;
}

void
atlas_known_years_init (AtlasKnownYears *self)
{
  self->whole = atlas_years_new ();
  self->parts = atlas_years_new ();
  self->counts = atlas_years_new ();
}

void
atlas_known_years_clear (AtlasKnownYears *self)
{
  g_array_unref (self->whole);
  g_array_unref (self->parts);
  g_array_unref (self->counts);
}

GArray *
atlas_known_years_list (const AtlasKnownYears *self)
{
  GArray *years = atlas_years_new ();

  atlas_years_add_all (years, self->whole);
  atlas_years_add_all (years, self->parts);
  atlas_years_add_all (years, self->counts);
  return years;
}

static void
append_order (GArray                *order,
              const AtlasKnownYears *self,
              GArray                *known,
              int                    asked,
              gboolean               stand_in)
{
  gboolean is_last = known != self->counts && atlas_years_contain (self->counts, asked) &&
                     !atlas_years_contain (self->whole, asked) && !atlas_years_contain (self->parts, asked);
  g_autoptr (GArray) years = atlas_years_to_try (known, asked, stand_in);

  for (guint i = 0; i < years->len; i++)
    if (!is_last || g_array_index (years, int, i) != asked)
      g_array_append_val (order, g_array_index (years, int, i));
}

GArray *
atlas_known_years_to_try (const AtlasKnownYears *self,
                          int                    asked,
                          gboolean               stand_in)
{
  GArray *order = atlas_years_new ();

  append_order (order, self, self->whole, asked, stand_in);
  append_order (order, self, self->parts, asked, stand_in);
  append_order (order, self, self->counts, asked, stand_in);
  return order;
}
