//! The process × analysis matrix: how each process of the company is carried out, watched, equipped and organised (method §5).

use super::TOLERANCE;
use super::dii::LEAST_COVERAGE;
use crate::assessment::State;
use crate::assessment::sheet::Sheet;
use crate::pack::Pack;

/// The lowest value of a cell: the scale of this reading begins at 1.
const LOWEST: f64 = 1.0;

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Item.
    pub item: String,
    /// Process.
    pub process: String,
    /// Analysis.
    pub analysis: String,
    /// max(1, step), 1..=5, where it is answered; a half where respondents are combined.
    pub value: Option<f64>,
    /// False where the company said that it does not concern it.
    pub applies: bool,
}

/// The reading.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Answered share of the cells that apply; none where none does.
    pub coverage: Option<f64>,
    /// Cells asked of the company, in the order of the pack.
    pub cells: Vec<Cell>,
    /// Means by process, 1..=5, in the order of the pack; none below the coverage a reading needs, or where the process has
    /// no answer.
    pub processes: Vec<(String, Option<f64>)>,
    /// Means by analysis.
    pub analyses: Vec<(String, Option<f64>)>,
}

/// Reads the matrix; none where the pack has none or no cell is asked of the company.
#[must_use]
pub fn read(pack: &Pack, sheet: &Sheet) -> Option<Reading> {
    let matrix = pack.structure.matrix.as_ref()?;
    let cells: Vec<Cell> = sheet
        .asked(pack)
        .filter_map(|(item, answer)| {
            let cell = item.cell.as_ref()?;
            Some(Cell {
                item: item.id.clone(),
                process: cell.process.clone(),
                analysis: cell.analysis.clone(),
                value: answer.step().map(|v| v.max(LOWEST)),
                applies: !matches!(answer.state, State::NotApplicable | State::Skipped),
            })
        })
        .collect();
    if cells.is_empty() {
        return None;
    }
    let applicable = cells.iter().filter(|c| c.applies).count();
    let answered = cells.iter().filter(|c| c.value.is_some()).count();
    let coverage = (applicable > 0).then(|| answered as f64 / applicable as f64);
    let published = is_enough(coverage);
    let mean = |of: &dyn Fn(&Cell) -> bool| {
        let values: Vec<f64> = cells.iter().filter(|c| of(c)).filter_map(|c| c.value).collect();
        (published && !values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
    };
    let processes = matrix
        .processes
        .iter()
        .filter(|id| cells.iter().any(|c| c.process == **id))
        .map(|id| (id.clone(), mean(&|c| c.process == *id)))
        .collect();
    let analyses = matrix.analyses.iter().map(|id| (id.clone(), mean(&|c| c.analysis == *id))).collect();
    Some(Reading { coverage, cells, processes, analyses })
}

impl Reading {
    /// The cell of a process and an analysis, where it is asked.
    #[must_use]
    pub fn cell(&self, process: &str, analysis: &str) -> Option<&Cell> {
        self.cells.iter().find(|c| c.process == process && c.analysis == analysis)
    }

    /// True where enough is answered for its figures.
    #[must_use]
    pub fn is_published(&self) -> bool {
        is_enough(self.coverage)
    }
}

fn is_enough(coverage: Option<f64>) -> bool {
    coverage.is_some_and(|c| c >= LEAST_COVERAGE - TOLERANCE)
}
