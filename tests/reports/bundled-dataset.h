/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/catalogue.h"

G_BEGIN_DECLS

/* Makes the bundled dataset in FOLDER and opens it; its file is removed at once, and the folder can be. */
void bundled_dataset_open (const char *folder, AtlasDataset **out_dataset, AtlasCatalogue **out_catalogue);

G_END_DECLS
