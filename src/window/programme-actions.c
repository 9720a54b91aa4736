/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/programme-actions.h"

#include "window/pages/data-page.h"

static AtlasDataPage *
get_page (gpointer window)
{
  return ATLAS_DATA_PAGE (atlas_main_window_get_named_page (window, "data"));
}

static void
show_programme_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       window)
{
  AtlasDataPage *page = get_page (window);

  atlas_session_set_page (atlas_main_window_get_session (window), "data");
  atlas_data_page_show_table (page, "programmes");
  atlas_programmes_view_show (atlas_data_page_get_programmes (page), g_variant_get_string (parameter, NULL));
}

static void
show_programmes_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       window)
{
  AtlasSession *session = atlas_main_window_get_session (window);
  AtlasDataPage *page = get_page (window);
  const char *code = g_variant_get_string (parameter, NULL);

  atlas_session_begin_step (session);
  if (code[0] != '\0')
    atlas_session_set_region (session, code);
  atlas_session_set_page (session, "data");
  atlas_session_end_step (session);
  atlas_data_page_show_table (page, "programmes");
  atlas_programmes_view_show_list (atlas_data_page_get_programmes (page), code[0] != '\0');
}

void
atlas_programme_actions_add (AtlasMainWindow *window)
{
  static const GActionEntry entries[] = {
    { "show-programme", show_programme_cb, "s" },
    { "show-programmes", show_programmes_cb, "s" },
  };

  g_return_if_fail (ATLAS_IS_MAIN_WINDOW (window));

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
}
