using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Reporting.Application.Schedules;
using Shouldly;
using Xunit;

namespace Crm.Reporting.Tests.Module;

public sealed class ScheduleInputTests
{
    [Theory]
    [InlineData("period", "someday", "/period")]
    [InlineData("period", "lastDays:0", "/period")]
    [InlineData("cron", "at noon", "/cron")]
    [InlineData("cron", "0 0/5 * * * ?", "/cron")]
    [InlineData("cron", "0 0 7 1 1 ? 2020", "/cron")]
    [InlineData("timeZone", "Mars/Olympus", "/timeZone")]
    [InlineData("currency", "EURO", "/currency")]
    [InlineData("name", "", "/name")]
    public async Task What_a_schedule_cannot_be_is_refused_by_name(string field, string value, string pointer)
    {
        await using var module = await Reports.Start(DatabaseProvider.Sqlite);
        var schedule = new MakeSchedule { Name = "Monthly", Period = "lastMonth", Cron = "0 0 7 1 * ?", TimeZone = "Asia/Shanghai" };
        var wrong = field switch
        {
            "period" => schedule with { Period = value },
            "cron" => schedule with { Cron = value },
            "timeZone" => schedule with { TimeZone = value },
            "currency" => schedule with { Currency = value },
            _ => schedule with { Name = value },
        };

        var refused = await Should.ThrowAsync<InvalidInput>(() => module.Send(wrong));

        refused.Errors.Select(e => e.Pointer).Distinct().ShouldBe([pointer]);
        (await module.Send(schedule)).Version.ShouldBe(1);
    }
}
