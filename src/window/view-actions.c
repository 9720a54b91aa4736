/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/view-actions.h"

static void
select_region_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       session)
{
  atlas_session_set_region (session, g_variant_get_string (parameter, NULL));
}

static void
compare_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       session)
{
  g_autofree const char **codes = g_variant_get_strv (parameter, NULL);

  atlas_session_set_compare (session, codes);
}

static void
set_reference_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       session)
{
  atlas_session_set_reference (session, g_variant_get_string (parameter, NULL));
}

static void
set_indicator_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       session)
{
  atlas_session_set_indicator (session, g_variant_get_string (parameter, NULL));
}

static void
set_years_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       session)
{
  gint32 first;
  gint32 last;

  g_variant_get (parameter, "(ii)", &first, &last);
  atlas_session_set_years (session, first, last);
}

/* These show what lies in a region. */
static const char *const pages_of_region[] = { "overview", "trends", "coverage", "funding", NULL };

/* To a region, from whatever page: where that shows something else, to the overview. */
static void
drill_down_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       session)
{
  atlas_session_begin_step (session);
  atlas_session_set_region (session, g_variant_get_string (parameter, NULL));
  if (!g_strv_contains (pages_of_region, atlas_session_get_page (session)))
    atlas_session_set_page (session, "overview");
  atlas_session_end_step (session);
}

static void
drill_up_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       session)
{
  const AtlasRegion *region = atlas_session_lookup_region (session);

  if (region != NULL && region->parent != NULL)
    atlas_session_set_region (session, region->parent->code);
}

static void
undo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       session)
{
  atlas_session_undo (session);
}

static void
redo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       session)
{
  atlas_session_redo (session);
}

static void
back_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       session)
{
  atlas_session_go_back (session);
}

static void
forward_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       session)
{
  atlas_session_go_forward (session);
}

static void
bind_enabled (GActionMap   *map,
              AtlasSession *session,
              const char   *property,
              const char   *action)
{
  g_object_bind_property (session, property, g_action_map_lookup_action (map, action), "enabled",
                          G_BINDING_SYNC_CREATE);
}

static void
add_switch (GActionMap   *map,
            AtlasSession *session,
            const char   *property)
{
  g_autoptr (GPropertyAction) action = g_property_action_new (property, session, property);

  g_action_map_add_action (map, G_ACTION (action));
}

void
atlas_view_actions_add (GActionMap   *map,
                        AtlasSession *session)
{
  static const GActionEntry entries[] = {
    { "select-region", select_region_cb, "s" },
    { "compare", compare_cb, "as" },
    { "set-reference", set_reference_cb, "s" },
    { "set-indicator", set_indicator_cb, "s" },
    { "set-years", set_years_cb, "(ii)" },
    { "drill-down", drill_down_cb, "s" },
    { "drill-up", drill_up_cb },
    { "undo", undo_cb },
    { "redo", redo_cb },
    { "back", back_cb },
    { "forward", forward_cb },
  };

  g_return_if_fail (G_IS_ACTION_MAP (map));
  g_return_if_fail (ATLAS_IS_SESSION (session));

  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), session);
  add_switch (map, session, "stand-in");
  add_switch (map, session, "per-10k");
  add_switch (map, session, "as-index");
  bind_enabled (map, session, "can-undo", "undo");
  bind_enabled (map, session, "can-redo", "redo");
  bind_enabled (map, session, "can-go-back", "back");
  bind_enabled (map, session, "can-go-forward", "forward");
}
