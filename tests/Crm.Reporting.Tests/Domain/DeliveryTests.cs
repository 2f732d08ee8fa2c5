using Crm.BuildingBlocks;
using Crm.Reporting.Domain.Schedules;
using Shouldly;
using Xunit;

namespace Crm.Reporting.Tests.Domain;

public sealed class DeliveryTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static readonly Phrase Busy = new("Busy.", "忙。");

    [Fact]
    public void The_right_to_send_is_given_once()
    {
        var delivery = Planned();

        delivery.Begin(Now).ShouldBeTrue();
        delivery.Begin(Now).ShouldBeFalse();
        (delivery.State, delivery.Tries).ShouldBe((MailState.Sending, 1));
    }

    [Fact]
    public void A_mail_that_was_taken_is_never_sent_again()
    {
        var delivery = Planned();
        delivery.Begin(Now);
        delivery.EndTry(1, MailState.Taken, null, Now);

        delivery.Begin(Now.AddDays(1)).ShouldBeFalse();
        delivery.NeedsAttention.ShouldBeFalse();
    }

    [Fact]
    public void An_uncertain_mail_is_never_sent_again_and_wants_to_be_looked_at()
    {
        var delivery = Planned();
        delivery.Begin(Now);
        delivery.EndTry(1, MailState.Uncertain, Busy, Now);

        delivery.Begin(Now.AddDays(1)).ShouldBeFalse();
        delivery.NeedsAttention.ShouldBeTrue();
    }

    [Fact]
    public void What_was_not_taken_is_tried_again_later_and_later_until_it_is_given_up()
    {
        var delivery = Planned();
        var now = Now;
        for (var attempt = 1; attempt < SingleMail.MostTries; attempt++)
        {
            delivery.Begin(now).ShouldBeTrue();
            delivery.EndTry(attempt, MailState.NotTaken, Busy, now);
            delivery.Begin(now).ShouldBeFalse("it has to wait");
            (delivery.NextTryAt - now).ShouldBe(TimeSpan.FromMinutes(Math.Min(Math.Pow(2, attempt - 1), 60)));
            now = delivery.NextTryAt;
        }

        delivery.Begin(now).ShouldBeTrue();
        delivery.EndTry(SingleMail.MostTries, MailState.NotTaken, Busy, now);
        (delivery.State, delivery.NeedsAttention).ShouldBe((MailState.Failed, true));
    }

    [Fact]
    public void What_is_refused_for_good_is_not_tried_again()
    {
        var delivery = Planned();
        delivery.Begin(Now);
        delivery.EndTry(1, MailState.Failed, Busy, Now);

        (delivery.State, delivery.ReasonChinese).ShouldBe((MailState.Failed, "忙。"));
    }

    [Fact]
    public void A_try_without_an_outcome_is_uncertain_after_a_while()
    {
        var delivery = Planned();
        delivery.Begin(Now);

        delivery.GiveUpWaiting(Now + SingleMail.LongestTry - TimeSpan.FromSeconds(1)).ShouldBeFalse();
        delivery.GiveUpWaiting(Now + SingleMail.LongestTry).ShouldBeTrue();
        delivery.State.ShouldBe(MailState.Uncertain);
    }

    [Fact]
    public void An_outcome_that_comes_late_still_counts_but_not_that_of_an_earlier_try()
    {
        var delivery = Planned();
        delivery.Begin(Now);
        delivery.GiveUpWaiting(Now + SingleMail.LongestTry);

        delivery.EndTry(attempt: 0, MailState.Taken, null, Now + SingleMail.LongestTry);
        delivery.State.ShouldBe(MailState.Uncertain);
        delivery.EndTry(attempt: 1, MailState.Taken, null, Now + SingleMail.LongestTry);
        delivery.State.ShouldBe(MailState.Taken);
    }

    private static Delivery Planned() => Delivery.Plan(
        Subscription.Begin(ScheduleId.New(), Guid.CreateVersion7(), "li.na@example.com", Language.Chinese, Attachment.None, onlyIfNotEmpty: false), Now, Now);
}
