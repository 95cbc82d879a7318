//! Quarters of the calendar.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

/// A quarter of a year, written `2027-Q1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Quarter {
    /// Year, 1 to 9998, so that every quarter has a day after it.
    year: i16,
    /// 0..=3.
    place: i8,
}

impl Quarter {
    /// The quarter after that of a day: a plan made today begins then.
    #[must_use]
    pub fn after(day: Date) -> Self {
        Self { year: day.year().clamp(1, 9998), place: (day.month() - 1) / 3 }.plus(1)
    }

    /// So many quarters later; at the end of the calendar the last there is.
    #[must_use]
    pub fn plus(self, quarters: u32) -> Self {
        let count = i64::from(self.year) * 4 + i64::from(self.place) + i64::from(quarters);
        let count = count.min(i64::from(9998) * 4 + 3);
        let year = i16::try_from(count.div_euclid(4)).unwrap_or(9998);
        Self { year, place: i8::try_from(count.rem_euclid(4)).unwrap_or(3) }
    }

    /// How many quarters it lies after another; 0 where it does not.
    #[must_use]
    pub fn since(self, first: Self) -> u32 {
        let count = |q: Self| i64::from(q.year) * 4 + i64::from(q.place);
        u32::try_from(count(self) - count(first)).unwrap_or(0)
    }

    /// The first day of a month of it, counted from 0 and on into later quarters.
    #[must_use]
    pub fn month(self, month: u32) -> Date {
        let quarter = self.plus(month / 3);
        let within = i8::try_from(month % 3).unwrap_or(0);
        date(quarter.year, quarter.place * 3 + 1 + within, 1)
    }

    /// Its year and its number, 1 to 4, for readers.
    #[must_use]
    pub fn parts(self) -> (i16, i8) {
        (self.year, self.place + 1)
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-Q{}", self.year, self.place + 1)
    }
}

impl From<Quarter> for String {
    fn from(quarter: Quarter) -> Self {
        quarter.to_string()
    }
}

impl TryFrom<String> for Quarter {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse().map_err(|()| format!("“{text}” is no quarter, such as 2027-Q1"))
    }
}

impl FromStr for Quarter {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (year, number) = text.split_once("-Q").ok_or(())?;
        let digits = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
        let year: i16 = year.parse().map_err(|_| ())?;
        let number: i8 = number.parse().map_err(|_| ())?;
        let fits = digits && (1..=9998).contains(&year) && (1..=4).contains(&number);
        fits.then_some(Self { year, place: number - 1 }).ok_or(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

    use super::*;

    #[test]
    fn quarters_follow_one_another() {
        assert_eq!(Quarter::after(date(2026, 11, 29)).to_string(), "2027-Q1");
        assert_eq!(Quarter::after(date(2026, 3, 31)).to_string(), "2026-Q2");
        let first: Quarter = "2026-Q3".parse().unwrap();
        assert_eq!(first.plus(2).to_string(), "2027-Q1");
        assert_eq!((first.plus(9).since(first), first.since(first), first.since(first.plus(1))), (9, 0, 0));
        assert_eq!(first.month(0), date(2026, 7, 1));
        assert_eq!(first.month(7), date(2027, 2, 1));
        assert_eq!(Quarter::after(date(9999, 12, 31)).plus(40).to_string(), "9998-Q4");
    }

    #[test]
    fn only_quarters_are_quarters() {
        for wrong in ["", "2026", "2026-Q0", "2026-Q5", "26-Q1", "2026-q1", "+026-Q1", "0000-Q1", "9999-Q1"] {
            assert!(wrong.parse::<Quarter>().is_err(), "{wrong}");
        }
    }
}
