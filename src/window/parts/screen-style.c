/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/parts/screen-style.h"

#include <adwaita.h>

static AtlasSignSet screen_signs = ATLAS_SIGNS_STANDARD;

const AtlasChartStyle *
atlas_screen_style (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gboolean is_high = adw_style_manager_get_high_contrast (manager);

  if (adw_style_manager_get_dark (manager))
    return is_high ? atlas_chart_style_dark_high_contrast () : atlas_chart_style_dark ();
  return is_high ? atlas_chart_style_high_contrast () : atlas_chart_style_light ();
}

void
atlas_screen_style_watch (gpointer  object,
                          GCallback callback)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", callback, object, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", callback, object, G_CONNECT_SWAPPED);
}

AtlasSignSet
atlas_screen_get_signs (void)
{
  return screen_signs;
}

void
atlas_screen_set_signs (AtlasSignSet signs)
{
  screen_signs = signs;
}

GdkRGBA
atlas_colour_to_rgba (AtlasColour colour)
{
  return (GdkRGBA) { colour.red, colour.green, colour.blue, colour.alpha };
}
