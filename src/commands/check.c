/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "commands/command.h"

#include <glib/gi18n.h>

#include "commands/command-line.h"
#include "commands/json-members.h"
#include "indicators/checks.h"
#include "indicators/number-format.h"

static void
add_figure_id (JsonBuilder   *builder,
               gconstpointer  item)
{
  const AtlasFigure *figure = item;

  json_builder_add_string_value (builder, figure->figure_id);
}

static void
add_finding (JsonBuilder   *builder,
             gconstpointer  item)
{
  const AtlasFinding *finding = item;

  json_builder_begin_object (builder);
  atlas_json_add_text (builder, "rule", finding->rule);
  atlas_json_add_text (builder, "severity", finding->severity == ATLAS_SEVERITY_WARNING ? "warning" : "notice");
  atlas_json_add_text (builder, "region", finding->region->code);
  atlas_json_add_text (builder, "region_name", finding->region->name);
  atlas_json_add_text (builder, "indicator", finding->indicator_id);
  atlas_json_add_text (builder, "period", finding->period);
  atlas_json_add_text (builder, "message", finding->message);
  atlas_json_add_array (builder, "figures", finding->figures, add_figure_id);
  json_builder_end_object (builder);
}

static void
append_figures (GString            *text,
                const AtlasFinding *finding)
{
  for (guint i = 0; i < finding->figures->len; i++)
    {
      const AtlasFigure *figure = g_ptr_array_index (finding->figures, i);
      g_autofree char *citation = atlas_source_dup_citation (figure->source);

      g_string_append_printf (text, "      %s  %s\n", figure->figure_id, citation);
    }
}

/* A heading for each region, below it what was found there. */
static char *
write_text (GPtrArray      *findings,
            AtlasCatalogue *catalogue)
{
  GString *text = g_string_new (NULL);
  const AtlasRegion *region = NULL;

  for (guint i = 0; i < findings->len; i++)
    {
      const AtlasFinding *finding = g_ptr_array_index (findings, i);
      const AtlasIndicator *indicator = atlas_catalogue_find_indicator (catalogue, finding->indicator_id);
      g_autofree char *period = atlas_format_period (finding->period);

      if (finding->region != region)
        g_string_append_printf (text, "%s%s %s\n", region != NULL ? "\n" : "", finding->region->code,
                                atlas_region_get_display_name (finding->region));
      region = finding->region;
      g_string_append_printf (text, "  %s %s\n", finding->severity == ATLAS_SEVERITY_WARNING ? "!" : "·",
                              finding->message);
      g_string_append_printf (text, "      %s · %s · %s\n",
                              indicator != NULL ? atlas_indicator_get_name (indicator)
                                                : finding->indicator_id,
                              period, finding->rule);
      append_figures (text, finding);
    }
  if (findings->len == 0)
    g_string_append_printf (text, "%s\n", _("Nothing contradicts itself."));
  return g_string_free (text, FALSE);
}

/* Writes the findings and returns how many there are, −1 on failure. */
static int
check (AtlasDataset  *dataset,
       gboolean       as_json,
       GError       **error)
{
  g_autoptr (AtlasCatalogue) catalogue = atlas_catalogue_new (dataset, error);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *text = NULL;

  if (catalogue == NULL || (findings = atlas_checks_run (dataset, catalogue, NULL, error)) == NULL)
    return -1;
  text = as_json ? atlas_json_array_to_text (findings, add_finding) : write_text (findings, catalogue);
  return atlas_command_line_write (text, error) ? (int) findings->len : -1;
}

int
atlas_command_check (int    argc,
                     char **argv)
{
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("writes the findings as JSON"), NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("FILE.atlas");
  g_autoptr (AtlasDataset) dataset = NULL;
  GError *error = NULL;
  int n_findings = -1;

  g_option_context_set_summary (
      context, _("Finds what in the data contradicts itself. Exit status 1 says that something "
                 "was found."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (atlas_command_line_parse (context, &argc, &argv, &error) &&
      (dataset = atlas_command_line_open (argc, argv, &error)) != NULL)
    n_findings = check (dataset, as_json, &error);
  if (n_findings < 0)
    return atlas_command_refuse (error);
  return n_findings > 0 ? ATLAS_EXIT_LOOK : ATLAS_EXIT_DONE;
}
