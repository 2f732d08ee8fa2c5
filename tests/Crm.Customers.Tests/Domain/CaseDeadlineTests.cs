using Crm.Customers.Domain;
using Crm.Customers.Domain.Cases;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Domain;

/// <summary>It is Monday, nine o'clock, and people work from nine to five. Sixteen working hours are promised, eight of what is urgent, one for the first answer.</summary>
public sealed class CaseDeadlineTests
{
    private static readonly Guid Agent = Guid.CreateVersion7();
    private static readonly WorkingTime Hours = WorkingTime.Usual(TimeZoneInfo.Utc);
    private static readonly ServiceTerms Usual = new(60, 16 * 60, Hours);
    private static readonly ServiceTerms Urgent = new(60, 8 * 60, Hours);

    [Fact]
    public void Another_priority_leaves_out_the_time_in_which_the_customer_was_waited_for()
    {
        var one = Started();
        one.Wait(Hours, null, Agent, At("11:00"));
        one.Resume(Hours, null, Agent, At("15:00", days: 1));

        one.Change(Facts(CasePriority.Urgent), Urgent, At("15:00", days: 1));

        one.SolveBy.ShouldBe(At("13:00", days: 2), "Two of eight hours were used up before the wait.");
    }

    [Fact]
    public void While_the_customer_is_waited_for_another_priority_counts_from_where_the_wait_began()
    {
        var one = Started();
        one.Wait(Hours, null, Agent, At("11:00"));
        one.Change(Facts(CasePriority.Urgent), Urgent, At("11:00", days: 4));
        one.RemainingSeconds.ShouldBe(6 * 3600);

        one.Resume(Hours, null, Agent, At("09:00", days: 7));

        one.SolveBy.ShouldBe(At("15:00", days: 7));
    }

    [Fact]
    public void What_was_late_before_the_wait_began_stays_late_under_another_priority()
    {
        var one = Started();
        one.Wait(Hours, null, Agent, At("10:00", days: 1));
        one.Resume(Hours, null, Agent, At("10:00", days: 2));

        one.Change(Facts(CasePriority.Urgent), Urgent, At("10:00", days: 2));

        one.SolveBy.ShouldBe(At("17:00"));
    }

    [Fact]
    public void Nobody_puts_off_what_was_promised_at_a_reopening_by_changing_the_priority_to_and_fro()
    {
        var one = Started();
        one.Solve("sent a new cup", Hours, Agent, At("10:00"));
        one.Reopen(Usual, null, Agent, At("11:00"));
        var promised = one.SolveBy;

        one.Change(Facts(CasePriority.Urgent), Urgent, At("12:00", days: 1));
        one.Change(Facts(CasePriority.Normal), Usual, At("16:00", days: 1));

        one.SolveBy.ShouldBe(promised);
    }

    [Fact]
    public void Who_closes_a_case_while_the_customer_is_waited_for_is_not_late()
    {
        var one = Started();
        one.Wait(Hours, null, Agent, At("11:00"));

        one.Close("never answered", Hours, Agent, At("11:00", days: 14));

        one.IsSolutionInTime(At("11:00", days: 15)).ShouldBe(true);
        one.RemainingSeconds.ShouldBeNull();
    }

    [Fact]
    public void Where_no_answer_was_given_a_case_that_is_opened_again_promises_one_anew()
    {
        var one = Opened();
        one.Close("asked twice", Hours, Agent, At("09:30"));

        one.Reopen(Usual, null, Agent, At("12:00", days: 1));

        one.RespondBy.ShouldBe(At("13:00", days: 1));
        one.IsDueFor(CaseDeadline.Response, 0, At("12:00", days: 1)).ShouldBeFalse();
    }

    [Fact]
    public void How_a_case_had_gone_by_a_day_does_not_change_by_what_comes_later()
    {
        var one = Started();
        one.OutcomeAt(At("10:00")).ShouldBeNull();
        one.Solve("sent a new cup", Hours, Agent, At("10:00"));
        one.Close(null, Hours, Agent, At("11:00"));
        one.Reopen(Urgent, null, Agent, At("12:00", days: 20));
        one.Close("gone", Hours, Agent, At("12:00", days: 30));

        one.OutcomeAt(At("12:00", days: 19)).ShouldBe(new CaseOutcome(At("11:00"), IsSolved: true, InTime: true, Reopenings: 0));
        one.OutcomeAt(At("12:00", days: 21)).ShouldBeNull();
        one.OutcomeAt(At("12:00", days: 31)).ShouldBe(new CaseOutcome(At("12:00", days: 30), IsSolved: false, InTime: false, Reopenings: 1));
    }

    private static ServiceCase Opened() =>
        ServiceCase.Open(new CustomerId(Guid.CreateVersion7()), "CASE-1", Facts(CasePriority.Normal), Usual, Agent, unit: null, Agent, At("09:00"));

    private static ServiceCase Started()
    {
        var one = Opened();
        one.Start(null, Agent, At("09:00"));
        return one;
    }

    private static CaseFacts Facts(CasePriority priority) => new(CaseKind.Complaint, priority, CaseChannel.Phone, "Broken cup", null, null, null, null);

    private static DateTimeOffset At(string time, int days = 0) =>
        new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero).AddDays(days) + TimeSpan.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
}
