/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pages/page-tags.h"

#include <glib.h>

static const cairo_user_data_key_t enabled_key;
static const cairo_user_data_key_t first_key;

void
atlas_page_tags_enable (cairo_t *cr)
{
  cairo_set_user_data (cr, &enabled_key, GINT_TO_POINTER (1), NULL);
}

void
atlas_page_tag_begin (cairo_t    *cr,
                      const char *name)
{
  if (cairo_get_user_data (cr, &enabled_key) != NULL)
    cairo_tag_begin (cr, name, NULL);
}

void
atlas_page_tags_set_first (cairo_t *cr,
                           guint    first)
{
  cairo_set_user_data (cr, &first_key, GUINT_TO_POINTER (first), NULL);
}

/* "name='3-12'": the 12th target of the report that begins behind 3 pages. */
static char *
dup_target (cairo_t    *cr,
            const char *attribute,
            guint       target)
{
  return g_strdup_printf ("%s='%u-%u'", attribute, GPOINTER_TO_UINT (cairo_get_user_data (cr, &first_key)), target);
}

void
atlas_page_target (cairo_t *cr,
                   guint    target,
                   double   x,
                   double   y)
{
  char left[G_ASCII_DTOSTR_BUF_SIZE], top[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *name = dup_target (cr, "name", target);
  g_autofree char *attributes = NULL;

  if (cairo_get_user_data (cr, &enabled_key) == NULL)
    return;
  g_ascii_formatd (left, sizeof left, "%.2f", x);
  g_ascii_formatd (top, sizeof top, "%.2f", y);
  attributes = g_strdup_printf ("%s x=%s y=%s", name, left, top);
  cairo_tag_begin (cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (cr, CAIRO_TAG_DEST);
}

void
atlas_page_link_begin (cairo_t *cr,
                       guint    target)
{
  g_autofree char *link = dup_target (cr, "dest", target);

  if (cairo_get_user_data (cr, &enabled_key) != NULL)
    cairo_tag_begin (cr, CAIRO_TAG_LINK, link);
}

/* “[1.00 2.50]”, with a point in every locale. */
static void
append_numbers (GString      *attributes,
                const double *values,
                guint         n)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < n; i++)
    {
      g_string_append_c (attributes, i == 0 ? '[' : ' ');
      g_string_append (attributes, g_ascii_formatd (digits, sizeof digits, "%.2f", values[i]));
    }
  g_string_append_c (attributes, ']');
}

void
atlas_page_link_area (cairo_t *cr,
                      guint    target,
                      double   x,
                      double   y,
                      double   width,
                      double   height)
{
  g_autofree char *link = NULL;
  g_autoptr (GString) attributes = NULL;

  if (cairo_get_user_data (cr, &enabled_key) == NULL)
    return;
  /* Areas are taken as they are, whatever the matrix. */
  cairo_user_to_device (cr, &x, &y);
  link = dup_target (cr, "dest", target);
  attributes = g_string_new (link);
  g_string_append (attributes, " rect=");
  append_numbers (attributes, (const double[]) { x, y, width, height }, 4);
  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes->str);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

void
atlas_page_link_end (cairo_t *cr)
{
  atlas_page_tag_end (cr, CAIRO_TAG_LINK);
}

void
atlas_page_tag_end (cairo_t    *cr,
                    const char *name)
{
  if (cairo_get_user_data (cr, &enabled_key) != NULL)
    cairo_tag_end (cr, name);
}
