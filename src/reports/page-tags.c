/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/page-tags.h"

#include <glib.h>

static const cairo_user_data_key_t enabled_key;

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
atlas_page_tag_end (cairo_t    *cr,
                    const char *name)
{
  if (cairo_get_user_data (cr, &enabled_key) != NULL)
    cairo_tag_end (cr, name);
}
