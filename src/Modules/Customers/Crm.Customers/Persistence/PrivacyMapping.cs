using Crm.Customers.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Persistence;

internal static class PrivacyMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ConsentPurpose>(purpose =>
        {
            purpose.ToTable("ConsentPurposes").HasKey(p => p.Id);
            purpose.Property(p => p.Id).ValueGeneratedNever();
            purpose.Property(p => p.Code).HasMaxLength(ConsentPurpose.LongestCode);
            purpose.HasIndex(p => p.Code).IsUnique();
            purpose.HasData(
                Ready("0193b500-0000-7000-8000-000000000001", "service", "Messages about orders and service", "订单与服务通知"),
                Ready("0193b500-0000-7000-8000-000000000002", "marketing", "Offers and news", "优惠与资讯"),
                Ready("0193b500-0000-7000-8000-000000000003", "profiling", "Evaluation of buying habits", "购买习惯分析"));
        });
        model.Entity<Consent>(consent =>
        {
            consent.ToTable("Consents").HasKey(c => c.Id);
            consent.Property(c => c.Id).ValueGeneratedNever();
            consent.Property(c => c.Purpose).HasMaxLength(ConsentPurpose.LongestCode);
            consent.HasIndex(c => new { c.CustomerId, c.Purpose, c.At });
        });
    }

    private static object Ready(string id, string code, string english, string chinese) =>
        new { Id = new ConsentPurposeId(Guid.Parse(id)), Code = code, English = english, Chinese = chinese, IsRetired = false, Version = 1 };
}
