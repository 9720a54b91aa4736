/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/page.h"

G_DEFINE_INTERFACE (AtlasPage, atlas_page, GTK_TYPE_WIDGET)

static AtlasChartSpec *
dup_no_chart (AtlasPage *self)
{
  return NULL;
}

static GPtrArray *
dup_no_tables (AtlasPage *self)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_table_unref);
}

static GPtrArray *
dup_no_lists (AtlasPage *self)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_text_list_free);
}

static char *
dup_no_text (AtlasPage *self)
{
  return NULL;
}

static AtlasRowIndex *
ref_no_rows (AtlasPage *self)
{
  return NULL;
}

static AtlasReportOrder *
dup_no_order (AtlasPage *self)
{
  return NULL;
}

static gboolean
is_always_complete (AtlasPage *self)
{
  return TRUE;
}

static void
atlas_page_default_init (AtlasPageInterface *iface)
{
  iface->dup_chart = dup_no_chart;
  iface->dup_tables = dup_no_tables;
  iface->dup_lists = dup_no_lists;
  iface->dup_text = dup_no_text;
  iface->ref_rows = ref_no_rows;
  iface->dup_order = dup_no_order;
  iface->is_complete = is_always_complete;
}

AtlasChartSpec *
atlas_page_dup_chart (AtlasPage *self)
{
  g_return_val_if_fail (ATLAS_IS_PAGE (self), NULL);

  return ATLAS_PAGE_GET_IFACE (self)->dup_chart (self);
}

GPtrArray *
atlas_page_dup_tables (AtlasPage *self)
{
  g_return_val_if_fail (ATLAS_IS_PAGE (self), NULL);

  return ATLAS_PAGE_GET_IFACE (self)->dup_tables (self);
}

GPtrArray *
atlas_page_dup_lists (AtlasPage *self)
{
  g_return_val_if_fail (ATLAS_IS_PAGE (self), NULL);

  return ATLAS_PAGE_GET_IFACE (self)->dup_lists (self);
}

char *
atlas_page_dup_text (AtlasPage *self)
{
  g_return_val_if_fail (ATLAS_IS_PAGE (self), NULL);

  return ATLAS_PAGE_GET_IFACE (self)->dup_text (self);
}

AtlasRowIndex *
atlas_page_ref_rows (AtlasPage *self)
{
  g_return_val_if_fail (ATLAS_IS_PAGE (self), NULL);

  return ATLAS_PAGE_GET_IFACE (self)->ref_rows (self);
}

AtlasReportOrder *
atlas_page_dup_order (AtlasPage *self)
{
  g_return_val_if_fail (ATLAS_IS_PAGE (self), NULL);

  return ATLAS_PAGE_GET_IFACE (self)->dup_order (self);
}

gboolean
atlas_page_is_complete (AtlasPage *self)
{
  g_return_val_if_fail (ATLAS_IS_PAGE (self), FALSE);

  return ATLAS_PAGE_GET_IFACE (self)->is_complete (self);
}
