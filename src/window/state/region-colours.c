/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/state/region-colours.h"

#include "window/parts/screen-style.h"

static const char *slot_classes[ATLAS_N_COLOUR_SLOTS] = {
  "slot-0", "slot-1", "slot-2", "slot-3", "slot-4", "slot-5", "slot-6", "slot-7",
};

/* The mark on a region's colour: white on dark ones, black on light ones. */
static const char *
mark_colour (const GdkRGBA *colour)
{
  double luminance = 0.2126 * colour->red + 0.7152 * colour->green + 0.0722 * colour->blue;

  return luminance > 0.55 ? "black" : "white";
}

static void
load_colours (GtkCssProvider *provider)
{
  const AtlasChartStyle *style = atlas_screen_style ();
  g_autoptr (GString) css = g_string_new (NULL);

  for (guint slot = 0; slot < ATLAS_N_COLOUR_SLOTS; slot++)
    {
      GdkRGBA colour = atlas_colour_to_rgba (style->slots[slot]);
      g_autofree char *text = gdk_rgba_to_string (&colour);

      g_string_append_printf (css,
                              "@define-color atlas_slot_%u %s;\n"
                              "checkbutton.slot-%u check:checked, .swatch.slot-%u {"
                              " background-color: %s; color: %s; }\n",
                              slot, text, slot, slot, text, mark_colour (&colour));
    }
  gtk_css_provider_load_from_data (provider, css->str, -1);
}

void
atlas_region_colours_install (GdkDisplay *display)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  load_colours (provider);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  atlas_screen_style_watch (provider, G_CALLBACK (load_colours));
}

void
atlas_region_colours_set (GtkWidget *widget,
                          int        slot)
{
  for (int i = 0; i < ATLAS_N_COLOUR_SLOTS; i++)
    {
      if (i == slot)
        gtk_widget_add_css_class (widget, slot_classes[i]);
      else
        gtk_widget_remove_css_class (widget, slot_classes[i]);
    }
}
