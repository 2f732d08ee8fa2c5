using System.Globalization;

namespace Crm.BuildingBlocks.Hosting.Access;

/// <summary>What one client has left: a window of a second, counted in this host, and a UTC day, counted with the other hosts.</summary>
public sealed class RequestBudget
{
    private readonly Lock _gate = new();
    private DateTimeOffset _secondBegan;
    private int _thisSecond;
    private DateOnly _day;
    private int _countedByAll;
    private int _notYetCounted;
    private DateTimeOffset _lastTaken;

    /// <summary>Takes one request from the budget.</summary>
    public BudgetState Take(ClientLimits limits, DateTimeOffset now)
    {
        lock (_gate)
        {
            Roll(now);
            _lastTaken = now;
            var today = _countedByAll + _notYetCounted;
            var refused = _thisSecond >= limits.RequestsPerSecond || today >= limits.RequestsPerDay;
            if (!refused)
            {
                _thisSecond++;
                _notYetCounted++;
                today++;
            }

            return new BudgetState(limits, refused, Math.Max(0, limits.RequestsPerSecond - _thisSecond), Math.Max(0, limits.RequestsPerDay - today), SecondsLeftOf(now));
        }
    }

    /// <summary>Requests of a day that the other hosts do not know of yet. They count as told from now on.</summary>
    public (DateOnly Day, int Requests) Tell(DateTimeOffset now)
    {
        lock (_gate)
        {
            Roll(now);
            var told = _notYetCounted;
            _countedByAll += told;
            _notYetCounted = 0;
            return (_day, told);
        }
    }

    /// <summary>Learns what all hosts together have counted for a day.</summary>
    public void Learn(DateOnly day, int requestsOfAllHosts)
    {
        lock (_gate)
        {
            if (day == _day) _countedByAll = requestsOfAllHosts;
        }
    }

    /// <summary>Nobody asked for so long that nothing of it counts any more.</summary>
    public bool IsIdle(DateTimeOffset now)
    {
        lock (_gate) return _notYetCounted == 0 && now - _lastTaken > TimeSpan.FromDays(1);
    }

    private void Roll(DateTimeOffset now)
    {
        if (now - _secondBegan >= TimeSpan.FromSeconds(1))
        {
            _secondBegan = now;
            _thisSecond = 0;
        }

        var day = DateOnly.FromDateTime(now.UtcDateTime);
        if (day == _day) return;
        // What was not told of yesterday is lost on purpose: it could only matter for a day that is over.
        (_day, _countedByAll, _notYetCounted) = (day, 0, 0);
    }

    private static int SecondsLeftOf(DateTimeOffset now) => (int)Math.Ceiling(86_400 - now.UtcDateTime.TimeOfDay.TotalSeconds);
}

/// <param name="LeftThisSecond">Requests that would still be answered in the present window of a second.</param>
/// <param name="LeftToday">The same for the UTC day.</param>
/// <param name="SecondsLeftToday">Until the day's budget is new.</param>
public readonly record struct BudgetState(ClientLimits Limits, bool Refused, int LeftThisSecond, int LeftToday, int SecondsLeftToday)
{
    public bool DayIsSpent => LeftToday == 0;

    /// <summary>Whole seconds until a request can succeed again.</summary>
    public int RetryAfterSeconds => DayIsSpent ? SecondsLeftToday : 1;

    /// <summary>Structured field of the RateLimit-Policy header.</summary>
    public string PolicyHeader => string.Create(CultureInfo.InvariantCulture,
        $"\"second\";q={Limits.RequestsPerSecond};w=1, \"day\";q={Limits.RequestsPerDay};w=86400");

    /// <summary>Structured field of the RateLimit header.</summary>
    public string StateHeader => string.Create(CultureInfo.InvariantCulture,
        $"\"second\";r={LeftThisSecond};t=1, \"day\";r={LeftToday};t={SecondsLeftToday}");
}
