// Text of any script: uniqueness and filters without case (RFC 7644 section 5), and what comes back as it was sent.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { expectError, filtered, newUser, serverUnderTest, unique } from './subject.js';

const subject = serverUnderTest();

describe('RFC 7644 5: a userName is unique in whatever case, width and form it is written', () => {
  test.each([
    ['BJensen', 'bjENSEN'],
    ['ДМИТРИЙ', 'дмитри\u0438\u0306'],
    ['ΟΔΥΣΣΕΥΣ', 'οδυσσευς'],
    ['οδυσσεύς', 'οδυσσεύσ'],
    ['Zoë', 'ZOE\u0308'],
    ['GROẞ', 'groß'],
    ['ﬁnn', 'FINN'],
    ['ＡＢＣ１', 'abc1'],
    ['ガガ', 'ｶﾞｶﾞ'],
    ['각하', '\u1100\u1161\u11a8\u1112\u1161'],
    ['İlker', 'i\u0307lker'],
    ['Ꭰꭰ', 'ꭰᎠ'],
    ['𝒜da', 'ada'],
  ])('%s and %s clash', async (one, other) => {
    const suffix = unique('');
    const user = await subject.createUser({ userName: one + suffix });
    expectError(await subject.client.post('/Users', newUser({ userName: other + suffix })), 409, 'uniqueness');
    const found = await subject.client.get(filtered('/Users', `userName eq "${other}${suffix}"`));
    expect(found.body.Resources).toEqual([user]);
    expect(user.userName).toBe(one + suffix);
  });

  test.each([
    ['groß', 'GROSS'],
    ['ılker', 'ilker'],
    ['İlker', 'ilker'],
    ['аdmin', 'admin'],
    ['かな', 'カナ'],
    ['zoë', 'zoe'],
    ['a\u200db', 'ab'],
    ['👩‍💻', '👩'],
  ])('%s and %s are two', async (one, other) => {
    const suffix = unique('');
    await subject.createUser({ userName: one + suffix });
    await subject.createUser({ userName: other + suffix });
    const found = await subject.client.get(filtered('/Users', `userName eq "${one}${suffix}"`));
    expect(found.body.totalResults).toBe(1);
  });
});

describe('RFC 7644 3.4.2.2: a filter of any script', () => {
  const displayNames = [
    'Дмитрий Иванов',
    'Οδυσσέας Σπύρος',
    '山田 太郎',
    'محمد عبد الله',
    'דוד בן־גוריון',
    'สมชาย ใจดี',
    'अमिताभ बच्चन',
    'Nguyễn Văn Ánh',
    'Zoë 👩‍💻 (ops) $1.50',
    '김철수',
  ];
  const [dmitri, odysseas, yamada, muhammad, david, somchai, amitabh, anh, zoe, kim] = displayNames;

  beforeAll(async () => {
    for (const displayName of displayNames) await subject.createUser({ displayName, externalId: displayName });
  });

  test.each([
    ['displayName eq "ДМИТРИЙ ИВАНОВ"', dmitri],
    ['displayName co "ДМИТРИ\\u0418\\u0306"', dmitri],
    ['displayName sw "ΟΔΥΣΣΈΑΣ"', odysseas],
    ['displayName co "ΑΣ ΣΠ"', odysseas],
    ['displayName co "έας σπ"', odysseas],
    ['displayName sw "ΟΔΥΣ"', odysseas],
    ['displayName ew "ΠΎΡΟΣ"', odysseas],
    ['displayName sw "山田"', yamada],
    ['displayName ew "太郎"', yamada],
    ['displayName eq "山田　太郎"', yamada],
    ['displayName co "عبد"', muhammad],
    ['displayName ew "גוריון"', david],
    ['displayName co "ใจ"', somchai],
    ['displayName sw "अमिताभ"', amitabh],
    ['displayName ew "Ánh"', anh],
    ['displayName ew "A\\u0301NH"', anh],
    ['displayName co "\\ud83d\\udc69\\u200d\\ud83d\\udcbb"', zoe],
    ['displayName co "👩"', zoe],
    ['displayName ew ") $1.50"', zoe],
    ['displayName sw "김"', kim],
    ['displayName sw "\\u1100\\u1175\\u11b7"', kim],
    ['externalId eq "Οδυσσέας Σπύρος"', odysseas],
    ['externalId eq "οδυσσέας σπύρος"', undefined],
  ])('%s', async (filter, found) => {
    const reply = await subject.client.get(filtered('/Users', filter));
    expect(reply.status).toBe(200);
    const names = reply.body.Resources.map(({ displayName }: { displayName: string }) => displayName);
    expect(names).toEqual(found === undefined ? [] : [found]);
  });
});

test('text comes back as it was sent, code unit by code unit', async () => {
  const displayName = 'e\u0301 é ﬁ Å Å Ａ ẞ \u200f\u202emarks\u202c \ufeff 👨‍👩‍👧 \u{10ffff}';
  const { id } = await subject.createUser({ displayName });
  expect((await subject.client.get(`/Users/${id}`)).body.displayName).toBe(displayName);
});

test.each(['de', 'tr-TR, tr;q=0.9', 'xx-nonsense;q=2', '*', ','])(
  'Accept-Language: %s changes nothing, errors included',
  async (language) => {
    const [userName, headers] = [unique('I'), { 'accept-language': language }];
    const user = await subject.createUser({ userName });
    const path = filtered('/Users', `userName eq "${userName.toLowerCase()}"`);
    expect((await subject.client.get(path, headers)).body.Resources).toEqual([user]);
    const plain = await subject.client.get('/Users/nobody');
    const asked = await subject.client.get('/Users/nobody', headers);
    expect([asked.status, asked.body]).toEqual([404, plain.body]);
    expect(asked.headers.has('content-language')).toBe(false);
  },
);
