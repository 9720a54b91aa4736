/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "commands/chart-gallery.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <libintl.h>
#include <string.h>

#include "charts/chart-file.h"
#include "commands/chart-request.h"
#include "commands/schematic-map.h"

#define PICTURE_SCALE 2.0
#define SCHEMATIC_FILE "schematic.geojson"
#define MAP_KIND "--kind choropleth"

/* The borders that maps are drawn with, and whether they are those of the user; the signs of all charts. */
typedef struct {
  AtlasBoundaries *boundaries;
  gboolean are_given;
  AtlasSignSet signs;
} Look;

/**
 * Sample:
 * @name: of its pictures
 * @width: (with @height) in points; height 0: what suits
 * @options: of the chart command, as one would type them
 */
typedef struct {
  const char *name;
  double width, height;
  const char *options;
} Sample;

static const Sample samples[] = {
  { "bar-provinces", 640, 0, "--indicator certified_workers --within 000000 --level province" },
  { "bar-four", 480, 0, "--indicator certified_workers --regions 640000,640300,532900,500110 --year 2023" },
  { "bar-coverage", 480, 0, "--indicator township_coverage --regions 640000,640300,532900,500110" },
  { "bar-ranks", 560, 0,
    "--indicator certified_workers --within 000000 --level province --year 2023 --rank-change" },
  { "bar-small", 280, 160, "--indicator certified_workers --within 640000 --level prefecture" },
  { "grouped-bar-grades", 560, 0,
    "--kind grouped-bar --indicator certified_workers --regions 640000,640300,532900,500110 --by grade" },
  { "stacked-bar-grades", 560, 0,
    "--kind stacked-bar --indicator certified_workers --regions 640000,640300,532900,500110 --by grade" },
  { "stacked-bar-one", 560, 0, "--kind stacked-bar --indicator certified_workers --regions 640000 --by grade" },
  { "percent-bar-grades", 560, 0,
    "--kind percent-bar --indicator certified_workers --regions 640000,640300,532900,500110 --by grade" },
  { "slope-provinces", 560, 0,
    "--kind slope --indicator certified_workers --regions 320000,450000,350000,460000 --years 2020-2023" },
  { "dumbbell-provinces", 560, 0,
    "--kind dumbbell --indicator certified_workers --regions 320000,450000,350000,460000 --years 2020-2023" },
  { "bullet-coverage", 560, 0,
    "--kind bullet --indicator township_coverage,coverage_rate --regions 640000,640300,532900,500110" },
  { "funnel-exam", 560, 0, "--kind funnel --indicator exam_candidates --by stage --regions 640300 --year 2023" },
  { "panels-years", 720, 0, "--panels year --indicator certified_workers --regions 320000,350000,310000,330000 --years 2017-2019" },
  { "panels-indicators", 720, 0,
    "--panels indicator --indicator certified_workers,stations,certified_per_10k --regions 640000,640300,532900,500110" },
  { "panels-lines", 720, 0, "--kind line --panels region --indicator certified_workers --regions 320000,350000,310000,330000" },
  { "line-nation", 560, 320, "--kind line --indicator certified_workers --regions 000000" },
  { "line-four", 560, 320, "--kind line --indicator certified_workers --regions 320000,350000,310000,330000" },
  { "strip-provinces", 640, 0, "--kind strip --indicator certified_per_10k --within 000000 --level province" },
  { "strip-grades", 640, 0, "--kind strip --indicator certified_workers --within 000000 --level province --by grade" },
  { "dot-provinces", 560, 0, "--kind dot --indicator certified_workers --within 000000 --level province" },
  { "step-stations", 560, 320, "--kind step --indicator social_work_orgs --regions 000000" },
  { "spark-four", 320, 0, "--kind spark --indicator certified_workers --regions 320000,350000,310000,330000" },
  { "scatter-counts", 640, 0,
    "--kind scatter --indicator population,certified_workers --within 000000 --level province" },
  { "scatter-rates", 640, 0,
    "--kind scatter --indicator certified_per_10k,township_coverage --within 000000 --level province" },
  { "heat-years", 760, 0, "--kind heat --indicator certified_workers --within 000000 --level province --years 2015-2023" },
  { "tile-map-rates", 720, 0, "--kind tile-map --indicator certified_per_10k --within 000000 --level province" },
  { "treemap-funding", 640, 0, "--kind treemap --indicator funding --regions 640000 --by source,purpose" },
  { "treemap-counties", 640, 0, "--kind treemap --indicator population --within 640000 --level county" },
  { "unit-grid-counties", 560, 0, "--kind unit-grid --indicator population --within 640000 --level county" },
  { "map-rates", 640, 0, "--kind choropleth --indicator certified_per_10k --within 000000 --level province" },
  { "tile-map-counts", 720, 0, "--kind tile-map --indicator certified_workers --within 000000 --level province" },
  { "heat-indicators", 560, 0,
    "--kind heat --indicator certified_workers,certified_share,certified_per_10k --regions 640000,640300,532900,500110" },
};

static const struct { const char *id; const char *language; const char *heading; } languages[] = {
  { "zh_CN", "zh_CN", "社工图册：各类图示例" },
  { "en", "en", "Shegong Atlas: chart gallery" },
};

typedef const AtlasChartStyle *(*GetStyle) (void);

static const GetStyle styles[] = { atlas_chart_style_light, atlas_chart_style_dark, atlas_chart_style_high_contrast,
                                   atlas_chart_style_print };

/* Both gettext and the names of the data go by LANGUAGE; naming the domain again makes gettext look. */
static void
set_language (const char *language)
{
  if (language != NULL)
    g_setenv ("LANGUAGE", language, TRUE);
  else
    g_unsetenv ("LANGUAGE");
  textdomain (GETTEXT_PACKAGE);
}

/* Of the user's borders, the divisions that the list has; else the provinces. */
static char *
dup_options (const Sample   *sample,
             const Look     *look,
             AtlasCatalogue *catalogue)
{
  AtlasRegionTree *tree = atlas_catalogue_get_regions (catalogue);
  GString *codes = g_string_new (NULL);

  if (!look->are_given || strstr (sample->options, MAP_KIND) == NULL)
    {
      g_string_free (codes, TRUE);
      return g_strdup (sample->options);
    }
  for (guint i = 0; i < atlas_boundaries_get_n_areas (look->boundaries); i++)
    {
      const char *code = atlas_boundaries_get_nth (look->boundaries, i)->code;

      if (atlas_region_tree_lookup (tree, code) != NULL)
        g_string_append_printf (codes, "%s%s", codes->len > 0 ? "," : "", code);
    }
  g_string_prepend (codes, MAP_KIND " --indicator certified_per_10k --regions ");
  return g_string_free (codes, FALSE);
}

/* Nobody shall take the squares for a map. */
static void
say_schematic (AtlasChartSpec *spec)
{
  g_autofree char *name = atlas_table_dup_name (spec->table);

  /* Translators: the title of an example of a map that is drawn of squares, with what it shows */
  spec->headline = g_strdup_printf (_("Schematic example, squares instead of borders: %s"), name);
}

static AtlasChartSpec *
make_spec (const Sample    *sample,
           const Look      *look,
           AtlasDataset    *dataset,
           AtlasCatalogue  *catalogue,
           GError         **error)
{
  g_autoptr (AtlasChartRequest) request = atlas_chart_request_new ();
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autofree char *options = dup_options (sample, look, catalogue);
  g_autofree char *line = g_strdup_printf ("chart %s", options);
  g_auto (GStrv) argv = NULL;
  AtlasChartSpec *spec;

  atlas_chart_request_add_options (request, context);
  if (strstr (options, MAP_KIND) != NULL)
    atlas_chart_request_set_boundaries (request, look->boundaries);
  if (!g_shell_parse_argv (line, NULL, &argv, error) ||
      !g_option_context_parse_strv (context, &argv, error) || !atlas_chart_request_finish (request, error))
    return NULL;
  spec = atlas_chart_request_make_spec (request, dataset, catalogue, error);
  if (spec != NULL)
    spec->signs = look->signs;
  if (spec != NULL && spec->boundaries != NULL && !look->are_given)
    say_schematic (spec);
  return spec;
}

/* One picture of SAMPLE in each style. */
static gboolean
draw_sample (const Sample    *sample,
             const Look      *look,
             AtlasDataset    *dataset,
             AtlasCatalogue  *catalogue,
             const char      *folder,
             const char      *language,
             GError         **error)
{
  g_autoptr (AtlasChartSpec) spec = make_spec (sample, look, dataset, catalogue, error);

  for (guint i = 0; spec != NULL && i < G_N_ELEMENTS (styles); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%s-%s.png", sample->name, styles[i] ()->name, language);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!atlas_chart_save (spec, styles[i] (), sample->width, sample->height, PICTURE_SCALE, path, error))
        return FALSE;
    }
  return spec != NULL || (g_prefix_error (error, "%s: ", sample->name), FALSE);
}

static gboolean
draw_language (AtlasDataset  *dataset,
               const Look    *look,
               const char    *folder,
               const char    *language,
               GError       **error)
{
  g_autoptr (AtlasCatalogue) catalogue = atlas_catalogue_new (dataset, error);

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    if (catalogue == NULL || !draw_sample (&samples[i], look, dataset, catalogue, folder, language, error))
      return FALSE;
  return TRUE;
}

static void
append_picture (GString    *page,
                const char *name,
                const char *style,
                const char *language,
                const char *label,
                double      width)
{
  g_string_append_printf (page, "<figure class=\"%s\"><img src=\"%s-%s-%s.png\" width=\"%g\" alt=\"%s, %s\">"
                                "<figcaption>%s</figcaption></figure>\n",
                          label, name, style, language, width, name, label, label);
}

/* All samples in one language; each in all styles, and the one for print again in grey. */
static void
append_language (GString      *page,
                 guint         index,
                 const char   *boundaries,
                 AtlasSignSet  signs)
{
  const char *language = languages[index].id;

  g_string_append_printf (page, "<h1 id=\"%s\" lang=\"%s\">%s</h1>\n", language, languages[index].language,
                          languages[index].heading);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      gboolean is_map = strstr (samples[i].options, MAP_KIND) != NULL;
      g_autofree char *typed = g_strconcat (samples[i].options, is_map ? " --boundaries " : "",
                                            is_map ? boundaries : "",
                                            signs == ATLAS_SIGNS_YEARBOOK ? " --signs yearbook" : "", NULL);
      g_autofree char *options = g_markup_escape_text (typed, -1);

      g_string_append_printf (page, "<h2 id=\"%s-%s\">%s</h2>\n<p><code>chart %s</code></p>\n<div>\n", samples[i].name,
                              language, samples[i].name, options);
      for (guint s = 0; s < G_N_ELEMENTS (styles); s++)
        append_picture (page, samples[i].name, styles[s] ()->name, language, styles[s] ()->name, samples[i].width);
      append_picture (page, samples[i].name, "print", language, "grey", samples[i].width);
      g_string_append (page, "</div>\n");
    }
}

static gboolean
write_index (const char    *folder,
             const char    *boundaries,
             AtlasSignSet   signs,
             GError       **error)
{
  g_autoptr (GString) page = g_string_new (
    "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<title>Shegong Atlas</title>\n<style>\n"
    "body { font-family: Cantarell, \"Noto Sans CJK SC\", sans-serif; margin: 2em; background: #f6f5f4; }\n"
    "div { display: flex; flex-wrap: wrap; gap: 1em; align-items: flex-start; }\n"
    "figure { margin: 0; padding: 1em; background: white; border-radius: 8px; }\n"
    "figure.dark { background: #303030; color: white; }\n"
    "figure.grey img { filter: grayscale(1); }\n"
    "figcaption, code { font-size: 80%; color: #646c75; }\n</style>\n</head>\n<body>\n");
  g_autofree char *path = g_build_filename (folder, "index.html", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    append_language (page, i, boundaries != NULL ? boundaries : SCHEMATIC_FILE, signs);
  g_string_append (page, "</body>\n</html>\n");
  return g_file_set_contents (path, page->str, (gssize) page->len, error);
}

static gboolean
make_folder (const char  *folder,
             GError     **error)
{
  if (g_mkdir_with_parents (folder, 0777) == 0)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (errno), _("The folder “%s” cannot be made: %s"), folder,
               g_strerror (errno));
  return FALSE;
}

static gboolean
look_init (Look         *self,
           const char   *path,
           AtlasSignSet  signs,
           GError      **error)
{
  g_autofree char *text = path == NULL ? atlas_schematic_map_dup_geojson () : NULL;

  self->are_given = path != NULL;
  self->signs = signs;
  self->boundaries = path != NULL ? atlas_boundaries_load (path, error)
                                  : atlas_boundaries_parse (text, strlen (text), SCHEMATIC_FILE, error);
  return self->boundaries != NULL;
}

static gboolean
write_schematic (const char  *folder,
                 GError     **error)
{
  g_autofree char *path = g_build_filename (folder, SCHEMATIC_FILE, NULL);
  g_autofree char *text = atlas_schematic_map_dup_geojson ();

  return g_file_set_contents (path, text, -1, error);
}

guint
atlas_chart_gallery_get_n_charts (void)
{
  return G_N_ELEMENTS (samples);
}

AtlasChartSpec *
atlas_chart_gallery_make_chart (guint            n,
                                AtlasDataset    *dataset,
                                AtlasCatalogue  *catalogue,
                                GError         **error)
{
  Look look;
  AtlasChartSpec *spec;

  g_return_val_if_fail (n < G_N_ELEMENTS (samples), NULL);

  if (!look_init (&look, NULL, ATLAS_SIGNS_STANDARD, error))
    return NULL;
  spec = make_spec (&samples[n], &look, dataset, catalogue, error);
  atlas_boundaries_unref (look.boundaries);
  return spec;
}

gboolean
atlas_chart_gallery_write (AtlasDataset  *dataset,
                           const char    *folder,
                           const char    *boundaries,
                           AtlasSignSet   signs,
                           GError       **error)
{
  g_autofree char *language = g_strdup (g_getenv ("LANGUAGE"));
  Look look = { NULL };
  gboolean done = look_init (&look, boundaries, signs, error) && make_folder (folder, error) &&
                  (boundaries != NULL || write_schematic (folder, error));

  for (guint i = 0; done && i < G_N_ELEMENTS (languages); i++)
    {
      set_language (languages[i].language);
      done = draw_language (dataset, &look, folder, languages[i].id, error);
    }
  set_language (language);
  g_clear_pointer (&look.boundaries, atlas_boundaries_unref);
  return done && write_index (folder, boundaries, signs, error);
}
