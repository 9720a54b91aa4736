/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/report-order.h"

#include <string.h>

#include "window/parts/screen-style.h"

AtlasReportOrder *
atlas_report_order_new (AtlasSession *session,
                        const char   *template_name)
{
  AtlasReportOrder *self = g_new0 (AtlasReportOrder, 1);
  const char *region[] = { atlas_session_get_region (session), NULL };
  const char *const *regions =
    atlas_report_template_is_for_one (template_name) ? region : atlas_session_get_compare (session);

  self->dataset_path = g_strdup (atlas_dataset_get_path (atlas_session_get_dataset (session)));
  self->template_name = g_strdup (template_name);
  self->regions = g_strdupv ((char **) regions);
  self->year = atlas_session_get_last_year (session);
  self->style = g_strdup ("plain");
  self->signs = atlas_screen_get_signs ();
  self->slots = atlas_session_dup_slots (session);
  return self;
}

AtlasReportOrder *
atlas_report_order_new_for_view (AtlasSession *session)
{
  gboolean compares = strcmp (atlas_session_get_page (session), "compare") == 0 &&
                      g_strv_length ((char **) atlas_session_get_compare (session)) >= 2;

  return atlas_report_order_new (session, compares ? "comparison" : "brief");
}

void
atlas_report_order_free (AtlasReportOrder *self)
{
  g_free (self->dataset_path);
  g_free (self->template_name);
  g_strfreev (self->sections);
  g_free (self->title);
  g_strfreev (self->regions);
  g_free (self->style);
  g_hash_table_unref (self->slots);
  g_free (self);
}

void
atlas_report_order_fill (const AtlasReportOrder *self,
                         AtlasReportRequest     *request)
{
  *request = (AtlasReportRequest) {
    .template_name = self->template_name,
    .regions = (const char *const *) self->regions,
    .year = self->year,
    .slots = self->slots,
    .style = atlas_report_style_find (self->style),
    .sections = (const char *const *) self->sections,
    .title = self->title,
    .signs = self->signs,
  };
}

AtlasReportStyle
atlas_report_order_get_style (const AtlasReportOrder *self)
{
  AtlasReportStyle style =
    atlas_report_style_adapt (atlas_report_style_find (self->style), self->paper, self->numbers);

  return self->grey ? atlas_report_style_to_grey (&style) : style;
}
