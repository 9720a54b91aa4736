/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "commands/command.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "commands/command-line.h"
#include "reports/batch/report-batch.h"
#include "reports/font-set.h"
#include "reports/own-template.h"

/* The options as typed. */
typedef struct {
  char *template_name;
  char **sections;
  char **regions;
  char *each_in;
  char *level;
  char *year;
  char *style;
  char *paper;
  char *page_numbers;
  char *author;
  char *signs;
  gboolean strict_fonts;
  gboolean volume;
  gboolean resume;
  char *format;
  char *output;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->template_name);
  g_strfreev (self->sections);
  g_strfreev (self->regions);
  g_free (self->each_in);
  g_free (self->level);
  g_free (self->year);
  g_free (self->style);
  g_free (self->paper);
  g_free (self->page_numbers);
  g_free (self->author);
  g_free (self->signs);
  g_free (self->format);
  g_free (self->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, message);
  return FALSE;
}

/* What can be told to be wrong before anything is asked. */
static gboolean
check (const Options  *self,
       GError        **error)
{
  if (self->template_name == NULL)
    return refuse (error, _("No template is named: give --template brief, or another that --help names"));
  if (self->style != NULL &&
      atlas_command_line_choose ("style", self->style, atlas_report_style_list_names (), error) < 0)
    return FALSE;
  if (self->signs != NULL && atlas_command_line_choose ("signs", self->signs, atlas_sign_set_list_ids (), error) < 0)
    return FALSE;
  if (self->paper != NULL && atlas_command_line_choose ("paper", self->paper, atlas_paper_list_ids (), error) < 0)
    return FALSE;
  if (self->page_numbers != NULL &&
      atlas_command_line_choose ("page-numbers", self->page_numbers, atlas_page_numbers_list_ids (), error) < 0)
    return FALSE;
  if (self->output == NULL)
    return refuse (error,
                   _("No file is named to write to: give --output FILE.pdf, or a folder with --each-in"));
  if (self->format != NULL &&
      atlas_command_line_choose ("format", self->format, atlas_report_format_list_ids (), error) < 0)
    return FALSE;
  if (self->regions != NULL && (self->each_in != NULL || self->level != NULL))
    return refuse (error, _("--regions and --each-in with --level exclude each other"));
  if (self->regions == NULL && self->each_in == NULL)
    return refuse (error, _("No regions are named: give --regions CODE,… or --each-in CODE --level LEVEL"));
  if (self->each_in != NULL && self->level == NULL)
    return refuse (error, _("--each-in goes with --level LEVEL"));
  return TRUE;
}

/* The style of REQUEST, else a plain one, on the paper and with the page numbers asked for. */
static void
adapt_style (const Options       *self,
             AtlasReportRequest  *request,
             AtlasReportStyle    *out_style)
{
  int paper = self->paper != NULL ? atlas_command_line_choose ("paper", self->paper, atlas_paper_list_ids (), NULL) : 0;
  int numbers = self->page_numbers != NULL ? atlas_command_line_choose ("page-numbers", self->page_numbers,
                                                                        atlas_page_numbers_list_ids (), NULL)
                                           : 0;

  *out_style = atlas_report_style_adapt (
    request->style != NULL ? request->style : atlas_report_style_find ("plain"), paper, numbers);
  request->style = out_style;
}

/* The template, built in or the user's own, with the sections and the style asked for. OUT_OWN, OUT_STYLE and
 * OUT_SECTIONS are what REQUEST borrows from. */
static gboolean
fill_request (const Options        *self,
              AtlasReportRequest   *request,
              AtlasOwnTemplate    **out_own,
              AtlasReportStyle     *out_style,
              char               ***out_sections,
              GError              **error)
{
  request->template_name = self->template_name;
  request->author = self->author;
  request->style = self->style != NULL ? atlas_report_style_find (self->style) : NULL;
  if (atlas_report_template_get_title (self->template_name) == NULL)
    {
      *out_own = atlas_own_template_find (self->template_name, error);
      if (*out_own == NULL)
        return FALSE;
      atlas_own_template_fill (*out_own, request);
    }
  adapt_style (self, request, out_style);
  if (self->signs != NULL)
    request->signs = atlas_sign_set_from_id (self->signs);
  if (self->sections == NULL)
    return TRUE;
  *out_sections = atlas_command_line_split ("sections", (const char *const *) self->sections, error);
  request->sections = (const char *const *) *out_sections;
  return *out_sections != NULL && atlas_report_template_check (request->template_name, request->sections, error);
}

/* What depends on the template and the style. */
static gboolean
check_request (const Options             *self,
               const AtlasReportRequest  *request,
               GError                   **error)
{
  if (self->strict_fonts && strcmp (request->style->name, "official") != 0)
    return refuse (error, _("--strict-fonts goes with --style official"));
  if (self->each_in != NULL && !atlas_report_template_is_for_one (request->template_name))
    return refuse (error, _("--each-in goes with a template for one region, such as --template brief"));
  return TRUE;
}

/* Tells which faces stand in, or refuses to let them. */
static gboolean
check_fonts (const Options           *self,
             const AtlasReportStyle  *style,
             GError                 **error)
{
  g_autofree char *stand_ins = atlas_report_style_dup_stand_ins (style);

  if (self->strict_fonts)
    return atlas_font_set_check (atlas_font_set_get_default (), error);
  if (stand_ins != NULL)
    g_printerr ("%s\n", stand_ins);
  return TRUE;
}

/* By --format, else by the ending of the file, else PDF; the file of one report has to end as its format does. */
static gboolean
choose_format (const Options      *self,
               AtlasReportFormat  *out,
               GError            **error)
{
  AtlasReportFormat told;
  gboolean has_ending = self->each_in == NULL && atlas_report_format_tell (self->output, &told);

  if ((self->volume || self->resume) && self->each_in == NULL)
    return refuse (error, _("--volume and --resume go with --each-in"));
  *out = has_ending ? told : ATLAS_REPORT_FORMAT_PDF;
  if (self->format != NULL)
    *out = (AtlasReportFormat) atlas_command_line_choose ("format", self->format, atlas_report_format_list_ids (), NULL);
  if (self->volume && *out != ATLAS_REPORT_FORMAT_PDF)
    return refuse (error, _("--volume goes with --format pdf"));
  if (self->each_in != NULL || (has_ending ? *out == told : atlas_report_format_get_ending (*out)[0] == '\0'))
    return TRUE;
  return refuse (error, _("The name of the report has to end in .pdf, .fodt or .xlsx, as its format says; "
                          "with --format png or svg it is that of a folder"));
}

static void
tell_lacking (const char *file,
              const char *lacking)
{
  if (lacking != NULL)
    g_printerr ("%s: %s\n", file, lacking);
}

static gboolean
write_one (const AtlasReportJob  *job,
           const Options         *options,
           AtlasReportRequest    *request,
           GError               **error)
{
  g_auto (GStrv) regions =
    atlas_command_line_split ("regions", (const char *const *) options->regions, error);
  g_autofree char *lacking = NULL;
  gboolean written;

  if (regions == NULL)
    return FALSE;
  request->regions = (const char *const *) regions;
  written = atlas_report_job_write (job, request, options->output, NULL, &lacking, error);
  tell_lacking (options->output, lacking);
  return written;
}

/* What a report of many came to; on a terminal also how far it is. */
static void
tell_row (const AtlasBatchRow *row,
          const char          *lacking,
          guint                done,
          guint                n,
          gpointer             user_data)
{
  if (row->status == ATLAS_BATCH_FAILED)
    g_printerr ("%s: %s\n", row->region, row->reason);
  tell_lacking (row->file, lacking);
  if (isatty (STDERR_FILENO))
    g_printerr (done < n ? "\r%u / %u" : "\r\033[K", done, n);
}

static guint
count_kept (AtlasBatchIndex *index)
{
  guint n = 0;

  for (guint i = 0; i < atlas_batch_index_get_n_rows (index); i++)
    n += atlas_batch_index_get_row (index, i)->kept;
  return n;
}

static gboolean
tell_batch (const AtlasReportBatch  *batch,
            AtlasBatchIndex         *index,
            GError                 **error)
{
  guint n_kept = count_kept (index);
  guint n_written = atlas_batch_index_count (index, ATLAS_BATCH_WRITTEN);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%1$u report is in %2$s\n", "%1$u reports are in %2$s\n", n_written),
                          n_written, batch->folder);
  if (n_kept > 0)
    g_string_append_printf (text, ngettext ("%u of them was there already\n", "%u of them were there already\n", n_kept),
                            n_kept);
  if (batch->volume)
    {
      g_autofree char *path = atlas_report_batch_dup_volume_path (batch);

      g_string_append_printf (text, _("All in one are in %s\n"), path);
    }
  return atlas_command_line_write (text->str, error);
}

static gboolean
write_each (const AtlasReportJob      *job,
            const Options             *options,
            const AtlasReportRequest  *request,
            guint                     *out_failed,
            GError                   **error)
{
  AtlasReportBatch batch = {
    .job = *job,
    .request = request,
    .within = options->each_in,
    .folder = options->output,
    .volume = options->volume,
    .resume = options->resume,
  };
  g_autoptr (AtlasBatchIndex) index = NULL;

  if (!atlas_command_line_read_level (options->level, &batch.level, error))
    return FALSE;
  index = atlas_report_batch_run (&batch, tell_row, NULL, NULL, error);
  if (index == NULL)
    return FALSE;
  *out_failed = atlas_batch_index_count (index, ATLAS_BATCH_FAILED);
  return tell_batch (&batch, index, error);
}

static gboolean
report (int             argc,
        char          **argv,
        const Options  *options,
        guint          *out_failed,
        GError        **error)
{
  AtlasReportRequest request = { NULL };
  g_autoptr (AtlasOwnTemplate) own = NULL;
  g_auto (GStrv) sections = NULL;
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autoptr (AtlasCatalogue) catalogue = NULL;
  g_autofree char *hash = NULL;
  AtlasReportStyle style;
  AtlasReportFormat format;
  AtlasReportJob job;

  dataset = atlas_command_line_open (argc, argv, error);
  if (dataset == NULL || !check (options, error) || !choose_format (options, &format, error) ||
      (options->year != NULL && !atlas_command_line_read_year (options->year, &request.year, error)))
    return FALSE;
  if (!fill_request (options, &request, &own, &style, &sections, error) || !check_request (options, &request, error) ||
      !check_fonts (options, request.style, error))
    return FALSE;
  catalogue = atlas_catalogue_new (dataset, error);
  hash = catalogue != NULL ? atlas_dataset_dup_hash (dataset, error) : NULL;
  if (hash == NULL)
    return FALSE;
  job = (AtlasReportJob) { dataset, catalogue, hash, format };
  return options->each_in != NULL ? write_each (&job, options, &request, out_failed, error)
                                  : write_one (&job, options, &request, error);
}

int
atlas_command_report (int    argc,
                      char **argv)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "template", 0, 0, G_OPTION_ARG_STRING, &options.template_name,
      N_("brief, coverage, funding, personnel, yearbook, programmes, bulletin or checks (one region), or comparison (two to eight, the first is the "
         "reference), or one of your own: its name or file"), "NAME" },
    { "sections", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.sections,
      N_("these sections of the template only, in this order; an unknown one is answered by a list"), "ID,…" },
    { "regions", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.regions, N_("for these divisions"), "CODE,…" },
    { "each-in", 0, 0, G_OPTION_ARG_STRING, &options.each_in,
      N_("one for each division of --level in this one"), "CODE" },
    { "level", 0, 0, G_OPTION_ARG_STRING, &options.level,
      N_("nation, province, prefecture, county, township or community"), "LEVEL" },
    { "volume", 0, 0, G_OPTION_ARG_NONE, &options.volume,
      N_("with --each-in: also one PDF with all of them, with contents and page numbers that run on"), NULL },
    { "resume", 0, 0, G_OPTION_ARG_NONE, &options.resume,
      N_("with --each-in: reports that are in the folder already, of the same data and options, stay"), NULL },
    { "year", 0, 0, G_OPTION_ARG_STRING, &options.year,
      N_("of this year; without it, of the latest that has a value"), "YEAR" },
    { "style", 0, 0, G_OPTION_ARG_STRING, &options.style,
      N_("how it looks: plain (the default), or official (GB/T 9704)"), "STYLE" },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &options.paper,
      N_("laid out for a4 (the default), or for a3, on which wide tables and charts have more room"), "SIZE" },
    { "page-numbers", 0, 0, G_OPTION_ARG_STRING, &options.page_numbers,
      N_("standard (as the style has them, the default), centred, or outer (right on odd pages, left on even ones)"),
      "PLACE" },
    { "author", 0, 0, G_OPTION_ARG_STRING, &options.author, N_("the office that makes the report, on its cover"), "NAME" },
    { "signs", 0, 0, G_OPTION_ARG_STRING, &options.signs,
      N_("in which signs what is missing or very small is said: standard or yearbook"), "SIGNS" },
    { "strict-fonts", 0, 0, G_OPTION_ARG_NONE, &options.strict_fonts,
      N_("refuse where fonts of an official document are not installed"), NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format,
      N_("pdf, fodt (a text to edit), xlsx (its tables), png or svg (a folder of its charts); without it, as --output "
         "ends"), "FORMAT" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("the file, or with --each-in the folder, to write to"), "F.pdf|.fodt|.xlsx|DIR" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("FILE.atlas");
  g_autoptr (GError) error = NULL;
  guint n_failed = 0;

  g_option_context_set_summary (context,
                                _("Writes a report from a dataset as PDF, text to edit, workbook or charts, or "
                                  "one for each division into a folder."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!atlas_command_line_parse (context, &argc, &argv, &error) ||
      !report (argc, argv, &options, &n_failed, &error))
    return atlas_command_refuse (g_steal_pointer (&error));
  return n_failed > 0 ? ATLAS_EXIT_LOOK : ATLAS_EXIT_DONE;
}
