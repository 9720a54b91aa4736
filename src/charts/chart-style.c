/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/chart-style.h"

#define RGB(hex) \
  { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0, 1.0 }

/* The slots of each style were found by a search for the largest distance between any two, in OKLab, as seen with
 * normal sight and with each kind of colour blindness, and for steps in lightness; test-palette holds the result.
 * Slot 0 to 3 are near blue, orange, green and purple everywhere: most comparisons have no more regions. */

static const AtlasChartStyle light = {
  .name = "light",
  .background = RGB (0xffffff),
  .text = RGB (0x26292d),
  .dim_text = RGB (0x646c75),
  .axis = RGB (0xb4b9be),
  .grid = RGB (0xe8eaec),
  .slots = { RGB (0x2265c1), RGB (0xb75800), RGB (0x005c44), RGB (0x651a7c), RGB (0xc18154), RGB (0x528ba4),
             RGB (0x8f3a83), RGB (0x1b2d3e) },
  .ramp = { RGB (0x5b92e0), RGB (0x1f5fb8), RGB (0x0d2f66) },
  .classes = { RGB (0xd6e6f7), RGB (0xa3c6ee), RGB (0x6a9fdf), RGB (0x2e6dbb), RGB (0x113c78) },
  .neutral = RGB (0x2265c1),
  .warning = RGB (0x8a5a00),
  .title_size = 15.0,
  .text_size = 12.5,
  .note_size = 10.5,
};

static const AtlasChartStyle dark = {
  .name = "dark",
  .background = RGB (0x303030),
  .text = RGB (0xf2f2f2),
  .dim_text = RGB (0xb4bac1),
  .axis = RGB (0x777777),
  .grid = RGB (0x454545),
  .slots = { RGB (0x689af5), RGB (0xdf6f58), RGB (0x93e4a6), RGB (0xa873aa), RGB (0xefc048), RGB (0x3bc9f8),
             RGB (0xd493b4), RGB (0xf2e2f5) },
  .ramp = { RGB (0x4a86e0), RGB (0x8fb8f8), RGB (0xd9e8ff) },
  .classes = { RGB (0x2f5183), RGB (0x4072b4), RGB (0x6d9de0), RGB (0xa4c6f5), RGB (0xe0ecfe) },
  .neutral = RGB (0x689af5),
  .warning = RGB (0xf5c211),
  .title_size = 15.0,
  .text_size = 12.5,
  .note_size = 10.5,
};

static const AtlasChartStyle high_contrast = {
  .name = "high-contrast",
  .background = RGB (0xffffff),
  .text = RGB (0x000000),
  .dim_text = RGB (0x333333),
  .axis = RGB (0x000000),
  .grid = RGB (0xc8c8c8),
  .slots = { RGB (0x014e99), RGB (0xa86344), RGB (0x1d4218), RGB (0x520055), RGB (0x7e5100), RGB (0x4a6e80),
             RGB (0x840f4f), RGB (0x222025) },
  .ramp = { RGB (0x3f78c8), RGB (0x1b4c94), RGB (0x071d42) },
  .classes = { RGB (0xcfe2f7), RGB (0x94bcea), RGB (0x5089d1), RGB (0x1d559b), RGB (0x071f46) },
  .neutral = RGB (0x014e99),
  .warning = RGB (0x6b4500),
  .title_size = 16.0,
  .text_size = 13.0,
  .note_size = 12.0,
};

/* Sizes of 五号 and 小五, which tables and notes of documents have. */
static const AtlasChartStyle print = {
  .name = "print",
  .background = RGB (0xffffff),
  .text = RGB (0x000000),
  .dim_text = RGB (0x4d4d4d),
  .axis = RGB (0x808080),
  .grid = RGB (0xdcdcdc),
  .slots = { RGB (0x2265c1), RGB (0xb75800), RGB (0x005c44), RGB (0x651a7c), RGB (0xc18154), RGB (0x528ba4),
             RGB (0x8f3a83), RGB (0x1b2d3e) },
  .ramp = { RGB (0x5b92e0), RGB (0x1f5fb8), RGB (0x0d2f66) },
  .classes = { RGB (0xd6e6f7), RGB (0xa3c6ee), RGB (0x6a9fdf), RGB (0x2e6dbb), RGB (0x113c78) },
  .neutral = RGB (0x2265c1),
  .warning = RGB (0x7a4f00),
  .title_size = 10.5,
  .text_size = 9.0,
  .note_size = 8.0,
};

const AtlasChartStyle *
atlas_chart_style_light (void)
{
  return &light;
}

const AtlasChartStyle *
atlas_chart_style_dark (void)
{
  return &dark;
}

const AtlasChartStyle *
atlas_chart_style_high_contrast (void)
{
  return &high_contrast;
}

const AtlasChartStyle *
atlas_chart_style_print (void)
{
  return &print;
}

static gpointer
create_dark_high_contrast (gpointer data)
{
  static AtlasChartStyle style;

  style = dark;
  style.name = "dark-high-contrast";
  style.text = (AtlasColour) RGB (0xffffff);
  style.dim_text = (AtlasColour) RGB (0xe0e3e6);
  style.axis = (AtlasColour) RGB (0xffffff);
  style.grid = (AtlasColour) RGB (0x6e6e6e);
  style.title_size = high_contrast.title_size;
  style.text_size = high_contrast.text_size;
  style.note_size = high_contrast.note_size;
  return &style;
}

const AtlasChartStyle *
atlas_chart_style_dark_high_contrast (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, create_dark_high_contrast, NULL);
}

/* The luma of Rec. 709, by which a printer's driver turns colours into grey too. */
AtlasColour
atlas_colour_to_grey (AtlasColour self)
{
  double grey = 0.2126 * self.red + 0.7152 * self.green + 0.0722 * self.blue;

  return (AtlasColour) { grey, grey, grey, self.alpha };
}

static void
turn_grey (AtlasColour *colours,
           guint        n)
{
  for (guint i = 0; i < n; i++)
    colours[i] = atlas_colour_to_grey (colours[i]);
}

static gpointer
create_grey (gpointer data)
{
  static AtlasChartStyle grey;

  grey = print;
  grey.name = "grey";
  turn_grey (&grey.background, 1);
  turn_grey (&grey.text, 1);
  turn_grey (&grey.dim_text, 1);
  turn_grey (&grey.axis, 1);
  turn_grey (&grey.grid, 1);
  turn_grey (grey.slots, G_N_ELEMENTS (grey.slots));
  turn_grey (grey.ramp, G_N_ELEMENTS (grey.ramp));
  turn_grey (grey.classes, G_N_ELEMENTS (grey.classes));
  turn_grey (&grey.neutral, 1);
  turn_grey (&grey.warning, 1);
  return &grey;
}

const AtlasChartStyle *
atlas_chart_style_grey (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, create_grey, NULL);
}
