/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#define _DEFAULT_SOURCE /* madvise */

#include "config.h"

#include "dataset/sheets/text-bytes.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

void
atlas_text_bytes_release (const AtlasTextBytes *self,
                          const char           *start,
                          const char           *end)
{
  const guintptr page = sysconf (_SC_PAGESIZE);
  guintptr first = ((guintptr) start + page - 1) / page * page, last = (guintptr) end / page * page;

  if (self->mapped && first < last)
    madvise ((void *) first, last - first, MADV_DONTNEED);
}

gboolean
atlas_text_bytes_begins_with (const AtlasTextBytes *self,
                              const char           *mark)
{
  return self->length >= strlen (mark) && memcmp (self->data, mark, strlen (mark)) == 0;
}
