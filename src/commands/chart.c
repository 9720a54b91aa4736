/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "charts/chart-file.h"
#include "commands/chart-gallery.h"
#include "commands/chart-request.h"
#include "commands/command-line.h"
#include "commands/command.h"

/* Where no --size is given: a column of text wide, as high as suits, and a picture sharp enough to print. */
#define DEFAULT_WIDTH 720.0
#define DEFAULT_SCALE 2.0

typedef struct {
  AtlasChartRequest *request;
  char *gallery;
  char *output;
  char *size;
  double width, height, scale;
  AtlasSignSet signs; /* of the gallery */
} ChartCall;

/* "900x600", or "900" for the height that suits. */
static gboolean
parse_size (const char  *text,
            double      *width,
            double      *height,
            GError     **error)
{
  char *end;

  *width = g_ascii_strtod (text, &end);
  *height = 0.0;
  if (end != text && (*end == 'x' || *end == 'X'))
    {
      const char *second = end + 1;

      *height = g_ascii_strtod (second, &end);
      if (end == second || !(*height > 0.0))
        end = (char *) text;
    }
  if (end != text && *end == '\0' && isfinite (*width) && *width > 0.0 && isfinite (*height))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("--size cannot be “%s”: write width and height, such as 900x600, or the width alone"), text);
  return FALSE;
}

static gboolean
parse_drawing (ChartCall  *self,
               GError    **error)
{
  self->width = DEFAULT_WIDTH;
  self->scale = self->size == NULL ? DEFAULT_SCALE : 1.0;
  if (self->output == NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("Say with --output which file to write"));
      return FALSE;
    }
  return self->size == NULL || parse_size (self->size, &self->width, &self->height, error);
}

static gboolean
parse (ChartCall   *self,
       int         *argc,
       char      ***argv,
       GError     **error)
{
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &self->output, N_("the file to write"), "FILE.png|.svg|.pdf" },
    { "size", 0, 0, G_OPTION_ARG_STRING, &self->size, N_("width and height in pixels or points"), "WxH" },
    { "gallery", 0, 0, G_OPTION_ARG_FILENAME, &self->gallery,
      N_("instead: every kind of chart in all languages and styles, to look at in a browser"), "FOLDER" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_("FILE.atlas — draw the answer to a question"));

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  atlas_chart_request_add_options (self->request, context);
  if (!atlas_command_line_parse (context, argc, argv, error) ||
      !atlas_chart_request_get_signs (self->request, &self->signs, error))
    return FALSE;
  if (self->gallery != NULL && *argc < 2)
    return TRUE;
  return atlas_command_line_check_count (*argc, *argv, 1, _("A dataset is missing: name a file ending in .atlas"),
                                         error) &&
         (self->gallery != NULL || (parse_drawing (self, error) && atlas_chart_request_finish (self->request, error)));
}

/* The gallery shows the bundled dataset where no other is named. */
static AtlasDataset *
open_dataset (const ChartCall  *self,
              int               argc,
              char            **argv,
              GError          **error)
{
  g_autofree char *bundled = NULL;

  if (self->gallery == NULL || argc > 1)
    return atlas_command_line_open (argc, argv, error);
  bundled = atlas_dataset_dup_bundled_path ();
  return atlas_dataset_open (bundled, ATLAS_DATASET_READ_ONLY, error);
}

static gboolean
run (ChartCall  *self,
     int         argc,
     char      **argv,
     GError    **error)
{
  g_autoptr (AtlasDataset) dataset = open_dataset (self, argc, argv, error);
  g_autoptr (AtlasCatalogue) catalogue = dataset != NULL ? atlas_catalogue_new (dataset, error) : NULL;
  g_autoptr (AtlasChartSpec) spec = NULL;

  if (catalogue == NULL)
    return FALSE;
  if (self->gallery != NULL)
    return atlas_chart_gallery_write (dataset, self->gallery, atlas_chart_request_get_boundaries_path (self->request),
                                      self->signs, error);
  spec = atlas_chart_request_make_spec (self->request, dataset, catalogue, error);
  return spec != NULL && atlas_chart_save (spec, atlas_chart_style_light (), self->width, self->height, self->scale,
                                           self->output, error);
}

int
atlas_command_chart (int    argc,
                     char **argv)
{
  ChartCall call = { atlas_chart_request_new () };
  GError *error = NULL;
  gboolean done = parse (&call, &argc, &argv, &error) && run (&call, argc, argv, &error);

  atlas_chart_request_free (call.request);
  g_free (call.gallery);
  g_free (call.output);
  g_free (call.size);
  return done ? ATLAS_EXIT_DONE : atlas_command_refuse (error);
}
